// What is wrong with a data file, and what to write instead.

texts! {
    problem_error { zh: "错误", en: "error" }
    problem_warning { zh: "提醒", en: "warning" }
    problem_instead { zh: "改法", en: "instead" }

    problem_merge_conflict { zh: "Git 合并冲突还没有解决", en: "an unresolved git merge conflict" }
    problem_merge_conflict_hint {
        zh: "留下要的一边，删去 <<<<<<<、=======、>>>>>>> 这几行",
        en: "keep the side you want and delete the <<<<<<<, ======= and >>>>>>> lines"
    }
    problem_json { zh: "这看起来是 JSON，不是 TOML", en: "this looks like JSON, not TOML" }
    problem_yaml { zh: "这看起来是 YAML，不是 TOML", en: "this looks like YAML, not TOML" }
    problem_other_format_hint {
        zh: "一笔分期写成 [[plan]]，下面每行一个 key = value",
        en: "write a plan as [[plan]] with lines of key = value below it"
    }
    problem_typographic(found: char, code: &str) {
        zh: "{found}（{code}）是排版用的字符，TOML 不认",
        en: "{found} ({code}) is a typographic character that TOML does not know"
    }
    problem_typographic_hint(instead: &str) { zh: "改成半角的 {instead}", en: "write {instead} instead" }
    problem_typographic_space_hint { zh: "改成普通空格", en: "write a plain space" }
    problem_invisible(code: &str) { zh: "这里有看不见的字符 {code}", en: "an invisible character, {code}, stands here" }
    problem_invisible_hint { zh: "删掉它，再重新输入这一段", en: "delete it and type this part again" }
    problem_unquoted_key(key: &str) { zh: "键 {key} 要加引号", en: "the key {key} needs quotes" }
    problem_unquoted_key_hint(key: &str) {
        zh: "写成 \"{key}\"，或改用英文键名",
        en: "write \"{key}\", or use one of the known keys"
    }
    problem_duplicate_key(key: &str) { zh: "{key} 写了两次", en: "{key} stands twice" }
    problem_duplicate_key_of(key: &str, first: usize) {
        zh: "{key} 写了两次，第一次在第 {first} 行",
        en: "{key} stands twice; the first one is on line {first}"
    }
    problem_duplicate_key_hint {
        zh: "留一个；要再记一笔分期，另起一个 [[plan]]",
        en: "keep one of them; another plan needs a [[plan]] of its own"
    }

    problem_unquoted_text { zh: "文字要加引号", en: "text needs quotes" }
    problem_unquoted_text_hint { zh: "写成 \"文字\"", en: "write \"text\"" }
    problem_unclosed_text { zh: "文字的引号没有配对，或里面有不允许的字符", en: "the text is not closed, or holds a character that is not allowed" }
    problem_unclosed_text_hint { zh: "在同一行末尾补上 \"", en: "close it with \" on the same line" }
    problem_unclosed(open: char) { zh: "{open} 没有配对", en: "{open} is not closed" }
    problem_unclosed_hint(close: &str) { zh: "补上 {close}", en: "add {close}" }
    problem_missing_comma { zh: "两项之间少了逗号", en: "a comma is missing between two entries" }
    problem_missing_comma_hint { zh: "加一个半角逗号 ,", en: "put a comma between them" }
    problem_extra_comma { zh: "多了一个逗号", en: "a comma too many" }
    problem_extra_comma_hint { zh: "删掉它", en: "delete it" }
    problem_colon { zh: "键和值之间写成了冒号", en: "a colon stands between the key and its value" }
    problem_colon_hint { zh: "用等号：key = value", en: "write an equals sign, key = value" }
    problem_missing_value { zh: "键后面没有值", en: "the key has no value" }
    problem_missing_value_hint { zh: "写成 key = value，或删掉这一行", en: "write key = value, or delete the line" }
    problem_missing_key { zh: "这里缺少键，或这一行多了东西", en: "a key is missing here, or something too many stands on the line" }
    problem_missing_key_hint { zh: "一行只写一个 key = value", en: "one key = value a line" }
    problem_bad_escape { zh: "反斜杠后面的字符不认识", en: "an unknown escape after the backslash" }
    problem_bad_escape_hint { zh: "反斜杠本身写成 \\\\，或用单引号括住文字", en: "write a backslash as \\\\, or put the text in single quotes" }
    problem_bad_number { zh: "数字的写法不对", en: "not a number TOML knows" }
    problem_bad_number_hint { zh: "写成 446.57 或 4999，前面不加 0", en: "write 446.57 or 4999, without leading zeros" }
    problem_bad_date_literal { zh: "日期不存在，或写法不对", en: "no such date, or not written as a date" }
    problem_date_hint { zh: "写成 2026-07-26，月和日都是两位", en: "write 2026-07-26, month and day with two digits" }
    problem_control_character { zh: "这里有控制字符", en: "a control character stands here" }
    problem_control_character_hint { zh: "删掉它；如果文件曾断电损坏，请从备份恢复", en: "delete it; a file damaged by a power loss is better restored from a backup" }
    problem_lone_return { zh: "回车符后面缺少换行符", en: "a carriage return without a line feed" }
    problem_lone_return_hint { zh: "用编辑器把换行存成 LF 或 CRLF", en: "save the file with LF or CRLF line ends" }
    problem_too_deep { zh: "嵌套太深", en: "nested too deeply" }
    problem_too_deep_hint { zh: "去掉多余的括号", en: "remove needless brackets" }
    problem_syntax(message: &str) { zh: "不是有效的 TOML：{message}", en: "not valid TOML: {message}" }

    problem_wrong_kind(key: &str, expected: &str, found: &str) {
        zh: "{key} 应该是{expected}，这里是{found}",
        en: "{key} should be {expected}, this is {found}"
    }
    problem_write_hint(example: &str) { zh: "例如 {example}", en: "for example {example}" }
    problem_tables_hint(key: &str) { zh: "标题写成双层括号：[[{key}]]", en: "write the header with double brackets: [[{key}]]" }
    problem_kind_text { zh: "文字", en: "text in quotes" }
    problem_kind_whole { zh: "整数", en: "a whole number" }
    problem_kind_decimal { zh: "小数", en: "a decimal number" }
    problem_kind_amount { zh: "金额", en: "an amount" }
    problem_kind_rate { zh: "带引号的百分比", en: "a percentage in quotes" }
    problem_kind_boolean { zh: "true 或 false", en: "true or false" }
    problem_kind_date { zh: "日期", en: "a date" }
    problem_kind_list { zh: "列表", en: "a list" }
    problem_kind_table { zh: "表", en: "a table" }
    problem_kind_tables { zh: "一组表", en: "a list of tables" }
    problem_kind_fee { zh: "\"none\" 或写明方式的手续费", en: "\"none\" or a fee with its model" }
    problem_missing(key: &str) { zh: "缺少 {key}", en: "{key} is missing" }
    problem_missing_hint(example: &str) { zh: "加一行，例如 {example}", en: "add it, for example {example}" }
    problem_unknown_key(key: &str) { zh: "不认识 {key}，原样保留", en: "{key} is not known; it is kept as it is" }
    problem_near_hint(near: &str) { zh: "是不是 {near}？", en: "did you mean {near}?" }
    problem_one_of_two(one: &str, other: &str) {
        zh: "{one} 和 {other} 只能写一个",
        en: "{one} and {other} exclude each other"
    }
    problem_one_of_two_hint { zh: "删掉其中一个", en: "delete one of them" }
    problem_unknown_word(found: &str) { zh: "不认识 \"{found}\"", en: "\"{found}\" is not known here" }
    problem_words_hint(words: &str) { zh: "可以写：{words}", en: "known are: {words}" }
    problem_near_words_hint(near: &str, words: &str) {
        zh: "是不是 \"{near}\"？可以写：{words}",
        en: "did you mean \"{near}\"? Known are: {words}"
    }
    problem_quoted_number { zh: "数字不要加引号", en: "a number stands in quotes" }
    problem_out_of_range(key: &str, least: u32, most: u32) {
        zh: "{key} 要在 {least} 到 {most} 之间",
        en: "{key} must be from {least} to {most}"
    }
    problem_odd_character(code: &str) {
        zh: "文字里有看不见或控制用的字符 {code}",
        en: "the text holds a character that is not seen or steers the terminal, {code}"
    }
    problem_odd_character_hint { zh: "不是有意写的就删掉", en: "delete it unless it is meant" }

    problem_bad_id(found: &str) { zh: "\"{found}\" 不能作 id", en: "\"{found}\" is no id" }
    problem_bad_id_hint {
        zh: "只用小写字母 a-z、数字和 -，不以 - 开头，例如 \"mi14\"",
        en: "use a-z, 0-9 and -, not - first, for example \"mi14\""
    }
    problem_duplicate_id(id: &str, first: usize) {
        zh: "id \"{id}\" 第 {first} 行已经用过",
        en: "the id \"{id}\" is taken by line {first}"
    }
    problem_duplicate_id_hint { zh: "换一个 id", en: "give it another id" }
    problem_unknown_line(id: &str) { zh: "没有信用额度 \"{id}\"", en: "there is no line \"{id}\"" }
    problem_unknown_method(id: &str) { zh: "没有付款方式 \"{id}\"", en: "there is no method \"{id}\"" }
    problem_unknown_plan(id: &str) { zh: "没有分期 \"{id}\"", en: "there is no plan \"{id}\"" }
    problem_unknown_line_hint { zh: "加一个 [[line]]，或删掉这个键", en: "add a [[line]] of this id, or delete the key" }
    problem_unknown_method_hint { zh: "加一个 [[method]]，或删掉这个键", en: "add a [[method]] of this id, or delete the key" }
    problem_unknown_plan_hint { zh: "加一个 [[plan]]，或删掉这个键", en: "add a [[plan]] of this id, or delete the key" }

    problem_not_an_amount(found: &str) { zh: "\"{found}\" 不是金额", en: "\"{found}\" is no amount" }
    problem_instead_hint(instead: &str) { zh: "写成 {instead}", en: "write {instead}" }
    problem_amount_hint { zh: "写成 446.57：只有数字和一个小数点", en: "write 446.57: digits and one point only" }
    problem_negative(key: &str) { zh: "{key} 不能是负数", en: "{key} cannot be below zero" }
    problem_negative_hint { zh: "去掉负号；退款记在 refunds 里", en: "drop the minus; money that came back goes to refunds" }
    problem_decimals(key: &str, currency: &str, decimals: u32) {
        zh: "{key} 的小数位太多：{currency} 最多 {decimals} 位",
        en: "{key} has too many decimals: {currency} has {decimals}"
    }
    problem_decimals_hint { zh: "写账单上的金额，不会替你四舍五入", en: "write the amount on the bill; nothing is rounded for you" }
    problem_too_large { zh: "金额超过 1,000,000,000,000", en: "the amount is above 1,000,000,000,000" }
    problem_too_large_hint { zh: "检查小数点的位置", en: "check where the decimal point stands" }
    problem_digits(most: u32) { zh: "不加引号的数字最多 {most} 位有效", en: "without quotes only {most} digits are safe" }
    problem_digits_hint { zh: "给金额加上引号", en: "put the amount in quotes" }
    problem_exponent { zh: "金额不能用指数写法", en: "an amount cannot have an exponent" }
    problem_not_finite { zh: "金额不能是 nan 或 inf", en: "an amount cannot be nan or inf" }
    problem_other_base { zh: "金额要用十进制", en: "an amount must be decimal" }
    problem_bad_rate(found: &str) { zh: "\"{found}\" 不是百分比", en: "\"{found}\" is no percentage" }
    problem_rate_hint { zh: "写成 \"0.6%\"，带引号和 %", en: "write \"0.6%\", with quotes and %" }
    problem_bad_currency(found: &str) { zh: "\"{found}\" 不是货币代码", en: "\"{found}\" is no currency code" }
    problem_unlisted_currency(found: &str) { zh: "ISO 4217 没有 {found} 这个货币；按两位小数读取", en: "{found} is no currency of ISO 4217; it is read with two decimals" }
    problem_unlisted_currency_hint { zh: "核对货币代码，例如 \"CNY\"", en: "check the code, for example \"CNY\"" }
    problem_currency_hint { zh: "写三个大写字母，例如 \"CNY\"", en: "write three capital letters such as \"CNY\"" }

    problem_bad_date(found: &str) { zh: "\"{found}\" 不是日期", en: "\"{found}\" is no date" }
    problem_time_given { zh: "这里只写日期，不写时间", en: "a date without a time belongs here" }
    problem_date_range { zh: "日期要在 1970 到 2200 年之间", en: "the date must lie from 1970 to 2200" }
    problem_quoted_date { zh: "日期加了引号，照样读取", en: "the date stands in quotes; it is read all the same" }
    problem_too_early(key: &str, than: &str, day: &str) {
        zh: "{key} 早于 {than}（{day}）",
        en: "{key} lies before {than} ({day})"
    }
    problem_too_early_hint { zh: "检查这两个日期", en: "check both dates" }
    problem_bad_every(found: &str) { zh: "\"{found}\" 不是还款间隔", en: "\"{found}\" is no distance between installments" }
    problem_every_hint {
        zh: "写成 \"1 month\"、\"2 weeks\" 或 \"14 days\"",
        en: "write \"1 month\", \"2 weeks\" or \"14 days\""
    }

    problem_version_missing { zh: "没有写格式版本，按版本 1 读取", en: "the format version is missing; it is read as version 1" }
    problem_version_hint { zh: "在文件开头加一行 version = 1", en: "add version = 1 as the first line" }
    problem_newer_version(version: u32) {
        zh: "由更新版的 fenqi 写成（格式版本 {version}），只读",
        en: "written by a newer fenqi (format version {version}); read-only"
    }
    problem_newer_version_hint { zh: "升级 fenqi 后再修改", en: "update fenqi to change it" }

    problem_principal(financed: &str, principal: &str) {
        zh: "price 减 down-payment 是 {financed}，principal 却是 {principal}",
        en: "price less down-payment is {financed}, but principal says {principal}"
    }
    problem_principal_hint { zh: "改正三者之一，或删掉 principal", en: "correct one of the three, or delete principal" }
    problem_down_payment { zh: "首付比总价还高", en: "the down payment is more than the price" }
    problem_down_payment_hint { zh: "改正 price 或 down-payment", en: "correct price or down-payment" }
    problem_schedule_sum(sum: &str, principal: &str, difference: &str) {
        zh: "各期本金合计 {sum}，本金是 {principal}，相差 {difference}",
        en: "the principal parts add up to {sum}, the principal is {principal}: {difference} apart"
    }
    problem_schedule_sum_hint { zh: "对照账单检查 schedule", en: "compare schedule with the bill" }
    problem_same_installment(n: u32, first: usize) {
        zh: "第 {n} 期在第 {first} 行已经写过",
        en: "installment {n} stands on line {first} already"
    }
    problem_same_installment_hint { zh: "留一行", en: "keep one of them" }
    problem_overpaid(by: &str) { zh: "多还了 {by}", en: "{by} more was paid than is owed" }
    problem_overpaid_hint { zh: "检查 payments 和 refunds 的金额", en: "check the amounts of payments and refunds" }
    problem_same_payment(first: usize) {
        zh: "与第 {first} 行的还款完全相同",
        en: "the same payment stands on line {first}"
    }
    problem_same_payment_hint { zh: "确实还了两次就保留，否则删一行", en: "keep both if it was paid twice, else delete one" }
    problem_restore_order { zh: "restore-days 的最早日晚于最晚日", en: "the earliest of restore-days lies after the latest" }
    problem_balloon { zh: "尾款比本金还多", en: "the balloon is more than the principal" }
    problem_balloon_hint { zh: "balloon 是本金中最后一期才还的部分，改小它", en: "the balloon is the part of the principal that the last installment takes; make it smaller" }
    problem_late_tier { zh: "tiers 的每一项是 [订单总额, 违约金]，总额逐项变大", en: "each tier is [order total, fee], with rising totals" }
    problem_late_tier_hint { zh: "写成 tiers = [[25, 2], [60, 4]]", en: "write tiers = [[25, 2], [60, 4]]" }
    problem_restore_count { zh: "restore-days 要写两个数", en: "restore-days needs two numbers" }
    problem_restore_hint { zh: "写成 [1, 3]：最早和最晚的工作日", en: "write [1, 3]: the earliest and the latest working day" }
    problem_last4 { zh: "last4 是卡号最后四位数字", en: "last4 is the last four digits" }
    problem_last4_hint { zh: "写成 \"1234\"，带引号", en: "write \"1234\", with quotes" }
    problem_card { zh: "这里像是完整的卡号，不能保存", en: "this may be a whole card number, which is never kept" }
    problem_card_hint { zh: "只在 last4 里留最后四位", en: "keep only the last four digits, in last4" }
    problem_day_twice(day: &str) { zh: "{day} 写了两次", en: "{day} stands twice" }
    problem_day_twice_hint { zh: "在 off 和 work 里只留一处", en: "keep it once, in off or in work" }
    problem_day_of_other_year(year: u32) { zh: "这一天不在 {year} 年", en: "this day does not lie in {year}" }
    problem_day_of_other_year_hint { zh: "移到那一年的 [[year]] 下面", en: "move it under the [[year]] of its own" }
}
