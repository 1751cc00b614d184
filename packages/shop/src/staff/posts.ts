import type { DepartmentId } from './departments.ts';

/** A post at the shop, before a name is given to whoever holds it. Dates are local ISO days. */
export type Post = {
  readonly id: string;
  readonly department: DepartmentId;
  readonly role: string;
  readonly manager: string | null;
  readonly joined: string;
  /** Last working day. */
  readonly left: string | null;
};

/** `id | role | manager | joined | left` of a department. */
const DEPARTMENT_POSTS: Readonly<Record<DepartmentId, string>> = {
  executive: `
    chief-executive | Chief executive | - | 2014-03-03
    chief-technology | Chief technology officer | chief-executive | 2017-09-18
    chief-security | Chief information security officer | chief-executive | 2020-06-01
    chief-privacy | Chief privacy officer | chief-executive | 2021-02-15
    chief-operations | Chief operating officer | chief-executive | 2016-05-09`,
  security: `
    manager-soc | SOC lead | chief-security | 2019-04-08
    soc-1 | SOC analyst, day | manager-soc | 2021-08-02
    soc-2 | SOC analyst, day | manager-soc | 2023-03-13
    soc-3 | SOC analyst, night | manager-soc | 2022-10-17
    soc-4 | SOC analyst, night | manager-soc | 2025-02-03
    manager-response | Incident commander | chief-security | 2018-11-12
    forensics-1 | Forensic analyst | manager-response | 2020-01-20
    forensics-2 | Forensic analyst | manager-response | 2024-05-07
    detection-1 | Detection engineer | manager-soc | 2022-03-28
    pentest-1 | Penetration-test coordinator | chief-security | 2021-11-01 | 2025-03-14`,
  identity: `
    manager-identity | Head of identity | chief-technology | 2018-02-05
    manager-auth | Authentication manager | manager-identity | 2019-07-15
    identity-1 | Identity engineer | manager-auth | 2020-09-07
    identity-2 | Identity engineer | manager-auth | 2023-01-09
    identity-3 | Identity engineer | manager-auth | 2025-01-13
    identity-4 | Key-management engineer | manager-identity | 2021-05-24`,
  backend: `
    manager-backend | Head of back-end engineering | chief-technology | 2017-03-20
    manager-member | Member-services manager | manager-backend | 2019-10-14
    backend-8 | Developer of the backup authentication system | manager-auth | 2022-11-14 | 2024-12-13
    backend-1 | Back-end developer, member services | manager-member | 2021-04-19
    backend-2 | Back-end developer, member services | manager-member | 2022-06-13
    backend-3 | Back-end developer, backup authentication system | manager-auth | 2023-08-21
    backend-4 | Back-end developer, orders | manager-backend | 2020-12-07
    backend-5 | Back-end developer, addresses | manager-member | 2024-01-15
    backend-6 | Back-end developer, search | manager-backend | 2022-02-21 | 2025-06-27
    backend-7 | Back-end developer, orders | manager-backend | 2025-05-12`,
  platform: `
    manager-platform | Head of platform | chief-technology | 2018-08-27
    oncall-1 | Site-reliability engineer, on call | manager-platform | 2020-03-16
    oncall-2 | Site-reliability engineer, on call | manager-platform | 2022-09-05
    oncall-3 | Site-reliability engineer, on call | manager-platform | 2023-11-27
    gateway-1 | Gateway engineer | manager-platform | 2019-01-21
    gateway-2 | Gateway engineer | manager-platform | 2024-03-11
    release-1 | Release engineer | manager-platform | 2021-07-05 | 2025-09-30`,
  payment: `
    manager-payment | Head of payment | chief-technology | 2018-06-11
    payment-1 | Payment security engineer | manager-payment | 2020-11-02`,
  data: `
    manager-data | Head of data | chief-technology | 2019-02-18
    data-1 | Data engineer, nightly jobs | manager-data | 2021-10-11
    data-2 | BI analyst | manager-data | 2023-04-24
    data-3 | BI analyst | manager-data | 2022-07-18 | 2025-01-31
    quality-1 | Data-quality engineer | manager-data | 2024-08-05`,
  privacy: `
    privacy-1 | Privacy counsel | chief-privacy | 2022-01-10
    privacy-2 | Privacy analyst | chief-privacy | 2023-06-19`,
  legal: `
    manager-legal | General counsel | chief-executive | 2018-10-01
    legal-1 | Counsel, regulation | manager-legal | 2021-03-22`,
  communications: `
    manager-communications | Head of communications | chief-executive | 2019-09-02
    communications-1 | Press officer | manager-communications | 2022-05-16`,
  care: `
    manager-care | Head of customer care | chief-operations | 2017-12-04
    care-day | Floor manager, day | manager-care | 2019-06-24
    care-night | Floor manager, night | manager-care | 2020-08-10
    care-mail | Mail desk lead | manager-care | 2021-09-27`,
  hr: `
    manager-hr | Head of people | chief-executive | 2018-01-15
    hr-1 | Insider-risk officer | manager-hr | 2022-04-11
    hr-2 | Departures officer | manager-hr | 2023-10-30`,
};

/**
 * Everyone who is named, department by department. The leaver built the backup authentication
 * system (FACTS §1).
 */
export const POSTS: readonly Post[] = Object.entries(DEPARTMENT_POSTS).flatMap(
  ([department, table]) =>
    table
      .trim()
      .split('\n')
      .map((row): Post => {
        const [id = '', role = '', manager = '', joined = '', left] = row
          .split('|')
          .map((cell) => cell.trim());
        return {
          id,
          department: department as DepartmentId,
          role,
          manager: manager === '-' ? null : manager,
          joined,
          left: left ?? null,
        };
      }),
);
