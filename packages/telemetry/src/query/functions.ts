/**
 * Functions a person's SQL may call: pure, about values handed to them. Whatever is not named here
 * (files, settings, catalogue, environment, sleeping, running SQL from a string) is refused.
 */
const ALLOWED = `
abs acos asin atan atan2 bit_count cbrt ceil ceiling cos cot degrees div divide even exp factorial fdiv floor fmod gamma
gcd greatest isfinite isinf isnan lcm least lgamma ln log log10 log2 mod nextafter pi pow power radians round sign signbit
sin sqrt tan trunc xor add subtract multiply
ascii bar base64 chr concat concat_ws contains ends_with format format_bytes from_base64 from_hex hash hex instr
jaccard jaro_similarity jaro_winkler_similarity lcase left length len levenshtein damerau_levenshtein editdist3 hamming
like_escape ilike_escape not_like_escape not_ilike_escape lower lpad ltrim md5 nfc_normalize ord position prefix printf
regexp_escape regexp_extract regexp_extract_all regexp_full_match regexp_matches regexp_replace regexp_split_to_array
replace reverse right rpad rtrim sha1 sha256 split split_part starts_with str_split str_split_regex string_split
string_split_regex string_to_array strip_accents strlen strpos substr substring suffix to_base to_base64 to_binary to_hex
translate trim ucase unhex unicode upper url_decode url_encode from_binary bin unbin char_length character_length
coalesce ifnull nullif if typeof error
age century date_add date_diff date_part date_sub date_trunc datediff datepart datesub datetrunc day dayname dayofmonth
dayofweek dayofyear decade epoch epoch_ms epoch_ns epoch_us era hour isodow isoyear julian last_day make_date make_time
make_timestamp make_timestamp_ms microsecond millisecond minute month monthname quarter second strftime strptime
time_bucket timezone to_days to_hours to_microseconds to_milliseconds to_minutes to_months to_seconds to_timestamp
to_weeks to_years try_strptime week weekday weekofyear year yearweek days_in_month
array_value list_value list_pack row struct_pack struct_extract struct_extract_at map map_entries map_extract
map_extract_value map_from_entries map_keys map_values element_at cardinality
array_agg array_aggregate array_apply array_cat array_concat array_contains array_distinct array_extract array_filter
array_has array_has_all array_has_any array_indexof array_intersect array_length array_position array_reverse
array_reverse_sort array_slice array_sort array_to_string array_transform array_unique array_zip flatten
list_aggr list_aggregate list_any_value list_append list_apply list_avg list_cat list_concat list_contains list_count
list_distinct list_element list_extract list_filter list_first list_has list_has_all list_has_any list_indexof
list_intersect list_last list_max list_median list_min list_mode list_position list_prepend list_reduce list_reverse
list_reverse_sort list_slice list_sort list_sum list_transform list_unique list_zip range generate_series unnest
json_array json_object json_extract json_extract_string json_value json_array_length json_keys json_type json_valid to_json
any_value approx_count_distinct approx_quantile approx_top_k arbitrary arg_max arg_max_null arg_min arg_min_null argmax
argmin avg bit_and bit_or bit_xor bool_and bool_or corr count count_if count_star countif covar_pop covar_samp entropy
favg first fsum geomean geometric_mean group_concat histogram kahan_sum kurtosis kurtosis_pop last list listagg mad max
max_by mean median min min_by mode product quantile quantile_cont quantile_disc regr_avgx regr_avgy regr_count
regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy sem skewness stddev stddev_pop stddev_samp string_agg sum
sum_no_overflow sumkahan var_pop var_samp variance weighted_avg wavg
cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank rank_dense row_number
grouping grouping_id`;

const NAMES = new Set(ALLOWED.trim().split(/\s+/));

/** May a person's SQL call this function? Operators are functions without a letter in their name. */
export function mayCall(name: string): boolean {
  return !/[a-z]/i.test(name) || NAMES.has(name.toLowerCase());
}

/** May it stand as a table, as in `FROM range(10)`? */
export function mayCallAsTable(name: string): boolean {
  return ['range', 'generate_series', 'unnest'].includes(name.toLowerCase());
}
