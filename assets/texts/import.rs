// Bills of other programs: what a row means, why, and why it cannot be read.

texts! {
    bill_alipay { zh: "支付宝账单", en: "Alipay bill" }
    bill_alipay_web { zh: "支付宝账单（网页版）", en: "Alipay bill, web" }
    bill_wechat { zh: "微信支付账单", en: "WeChat Pay bill" }
    bill_jd { zh: "京东账单", en: "JD bill" }
    bill_meituan { zh: "美团账单", en: "Meituan bill" }
    bill_card { zh: "银行卡账单", en: "card bill" }

    import_new { zh: "新的", en: "new" }
    import_waits { zh: "不确定", en: "uncertain" }
    import_here { zh: "账本里已有", en: "in the book already" }
    import_left { zh: "不用记", en: "nothing to note" }
    import_wrong { zh: "读不了", en: "cannot be read" }
    import_waits_short { zh: "不确定", en: "unsure" }
    import_here_short { zh: "已有", en: "in book" }
    import_left_short { zh: "不用记", en: "skip" }
    import_wrong_short { zh: "读不了", en: "unread" }
    import_rows(name: &str, bill: &str, n: usize) { zh: "{name}：{bill}，{n} 行", en: "{name}: {bill}, {n} rows", one(n): "{name}: {bill}, {n} row" }
    import_no_rows(name: &str) { zh: "{name}：0 行，没有可记的", en: "{name}: 0 rows, nothing to note" }
    import_others(n: usize) { zh: "另有 {n} 行与分期无关", en: "{n} other rows are not about installments", one(n): "{n} other row is not about installments" }
    import_heading(what: &str, n: usize) { zh: "{what} {n}", en: "{what}: {n}" }
    import_more(n: usize) { zh: "… 还有 {n} 行；--json 全部列出", en: "… and {n} more; --json lists all", one(n): "… and {n} more; --json lists all" }
    import_line(n: usize) { zh: "第 {n} 行", en: "line {n}" }
    import_pay(item: &str, n: u32, amount: &str) { zh: "{item} 第 {n} 期还款 {amount}", en: "{item} no. {n}, payment of {amount}" }
    import_verify(item: &str, n: u32) { zh: "{item} 第 {n} 期还款已到账", en: "{item} no. {n}, the payment arrived" }
    import_refund(item: &str, amount: &str) { zh: "{item} 退款 {amount}", en: "{item}, refund of {amount}" }
    import_plan { zh: "新计划？", en: "a new plan?" }
    import_take(line: usize) { zh: "确认就加 --row {line}", en: "if it is right: --row {line}" }
    import_complete(command: &str) { zh: "补全后：{command}", en: "complete it: {command}" }
    import_hint(n: usize) { zh: "什么都没改；加 --yes 记下 {n} 行", en: "nothing was changed; --yes notes {n} rows", one(n): "nothing was changed; --yes notes {n} row" }
    import_hint_none { zh: "什么都没改；没有可以直接记的", en: "nothing was changed; there is nothing to note as it is" }
    import_partial(n: usize) { zh: "有 {n} 行读不了，什么都没改；--partial 跳过它们", en: "{n} rows cannot be read, nothing was changed; --partial leaves them out", one(n): "{n} row cannot be read, nothing was changed; --partial leaves it out" }
    import_bad_row(line: usize) { zh: "第 {line} 行没有可以这样记的；--row 用于“不确定”里写着的行", en: "line {line} has nothing to take; --row is for the uncertain lines that say so" }
    import_name_unknown(name: &str, known: &str) { zh: "没有格式“{name}”；有这些：{known}", en: "there is no format \"{name}\"; there are: {known}" }
}

texts! {
    import_title { zh: "导入账单", en: "Import a bill" }
    import_where { zh: "文件在哪里；也可以拖进来", en: "the file's path; or drop it here" }
    import_kinds { zh: "支付宝、微信、京东、美团、银行卡的 CSV 或 xlsx；先看再记", en: "CSV or xlsx: Alipay, WeChat, JD, Meituan, cards; nothing is noted yet" }
    import_reading { zh: "正在读…", en: "reading …" }
    import_taken(n: usize) { zh: "将记 {n} 行", en: "{n} rows to note", one(n): "{n} row to note" }
    import_none_taken { zh: "没有选中的", en: "none selected" }
    import_plan_key(key: &str) { zh: "按 {key} 记成新计划", en: "{key}: make a new plan of it" }
    import_in_periods(n: u32) { zh: "，{n} 期", en: ", {n} installments", one(n): ", {n} installment" }
    import_nothing_to_take { zh: "这里没有能记的", en: "there is nothing to note here" }
    import_left_out(n: usize) { zh: "有 {n} 行读不了，再按 ⏎ 就跳过它们", en: "{n} rows cannot be read; ⏎ again leaves them out", one(n): "{n} row cannot be read; ⏎ again leaves it out" }
}

texts! {
    import_exact(item: &str, n: u32, due: &str) { zh: "金额正是 {item} 第 {n} 期（{due} 到期）的待还", en: "just what {item} no. {n}, due {due}, asks for" }
    import_whole_bill(n: usize) { zh: "正是这期账单 {n} 笔分期的合计", en: "just what {n} installments of that bill ask for" }
    import_month(month: &str) { zh: "写明 {month} 账单", en: "it names the bill of {month}" }
    import_other_month(month: &str) { zh: "写的是 {month} 账单，账本里那个月没有，下个月的对得上", en: "it names the bill of {month}; the book has nothing due then, but the month after fits" }
    import_bill_paid(month: &str) { zh: "账本里 {month} 的已还", en: "what the book has due in {month} is paid" }
    import_before_book { zh: "记账之前就还了", en: "paid before the book began" }
    import_proves { zh: "账单上有，证明已到账", en: "the bill proves that it arrived" }
    import_order(plan: &str) { zh: "订单号就是 {plan} 的", en: "its order number is that of {plan}" }
    import_no_service { zh: "看不出还给哪家", en: "it does not say whose credit this is" }
    import_no_line(name: &str) { zh: "账本里没有{name}的额度", en: "the book has no line of {name}" }
    import_nothing_open(line: &str) { zh: "{line} 没有这时要还的", en: "{line} has nothing open at that time" }
    import_same_amount(n: usize) { zh: "有 {n} 种可能，分不出是哪一笔", en: "{n} installments or sums fit; which one is not said" }
    import_some_of_bill(n: usize) { zh: "账单里其中 {n} 笔加起来正好", en: "{n} installments of that bill add up to it, others do not" }
    import_more_than(open: &str) { zh: "账本里这期只有 {open} 待还，多的可能是别的消费", en: "the book has {open} open there; the rest may be for other purchases" }
    import_less_than(open: &str) { zh: "账本里这期有 {open} 待还，少了；是部分还款吗", en: "the book has {open} open there; is this a part of it?" }
    import_state(word: &str) { zh: "状态“{word}”没见过", en: "its state \"{word}\" is not known" }
    import_no_state { zh: "没写状态", en: "it has no state" }
    import_periods_unknown { zh: "账单没写分几期，也可能没分期", en: "the bill does not say in how many installments, if any" }
    import_fee_unknown { zh: "账单没写手续费", en: "the bill does not say the fee" }
    import_day_unknown { zh: "账单没写哪天退的", en: "the bill does not say when it came back" }
    import_posted { zh: "这是入账的一期，计划不在账本里", en: "an installment put on the bill; its plan is not in the book" }
    import_reference { zh: "同一单号已记过", en: "this order number is noted" }
    import_noted(on: &str) { zh: "{on} 已记过这笔", en: "noted for {on}" }
    import_like(plan: &str) { zh: "就是 {plan}", en: "that is {plan}" }
    import_twice(line: usize) { zh: "与第 {line} 行单号相同", en: "the same order number as line {line}" }
    import_failed { zh: "没成功", en: "it failed" }
    import_closed { zh: "已关闭", en: "it was called off" }
    import_pending { zh: "还没完成", en: "it is not finished" }
    import_given_back { zh: "已全额退款", en: "all of it was given back" }
    import_part_of(line: usize) { zh: "属于第 {line} 行的订单", en: "a part of the order on line {line}" }
    import_no_plan { zh: "退的不是账本里的计划", en: "not for a plan of the book" }
    import_month_of(year: i32, month: u32) { zh: "{year} 年 {month} 月", en: "{year}-{month:02}" }
}

texts! {
    wrong_ragged(found: usize, expected: usize) { zh: "有 {found} 格，表头是 {expected} 格", en: "{found} fields where the header has {expected}", one(found): "{found} field where the header has {expected}" }
    wrong_swallowed { zh: "一格里有好几行，引号没有配对", en: "one field holds whole lines: a quotation mark is not closed" }
    wrong_amount(text: &str) { zh: "“{text}”不是金额", en: "\"{text}\" is not an amount" }
    wrong_day(text: &str) { zh: "“{text}”不是日期", en: "\"{text}\" is not a date" }
    wrong_day_order(text: &str) { zh: "“{text}”分不清月和日；在设置里写 date-format", en: "\"{text}\": which is the month? say so with date-format in the settings" }
    wrong_counted_day(text: &str) { zh: "“{text}”是表格软件的天数；请重新导出，不要用表格软件另存", en: "\"{text}\" is a day as a spreadsheet counts; export again and do not re-save it there" }
    wrong_rounded(text: &str) { zh: "“{text}”是被表格软件改坏的单号；请重新导出，不要用表格软件另存", en: "\"{text}\" is an order number that a spreadsheet cut short; export again and do not re-save it there" }
    wrong_currency(text: &str) { zh: "不认识币种“{text}”", en: "no currency is called \"{text}\"" }

    bill_too_large { zh: "太大：最多 20 MB", en: "too large: 20 MB at most" }
    bill_too_many_rows { zh: "太长：最多 50,000 行", en: "too long: 50,000 rows at most" }
    bill_too_many_columns(line: usize) { zh: "第 {line} 行太宽：最多 64 列", en: "line {line} is too wide: 64 columns at most" }
    bill_open_quote(line: usize) { zh: "第 {line} 行的引号没有配对", en: "a quotation mark on line {line} is not closed" }
    bill_encoding { zh: "认不出文字编码；请另存为 UTF-8", en: "the encoding is not known; save it as UTF-8" }
    bill_web_page { zh: "这是网页，不是账单：多半是登录页，请重新下载", en: "this is a web page, not a bill: log in and download it again" }
    bill_old_sheet { zh: "这是旧版或加密的 Excel 文件；请先解密，另存为 xlsx 或 CSV", en: "this is an old or encrypted Excel file; decrypt it, save it as xlsx or CSV" }
    bill_archive { zh: "这是压缩包；请先解压，再导入里面的文件", en: "this is an archive; unpack it and import what is in it" }
    bill_pdf { zh: "这是 PDF；请导出 CSV 或 xlsx", en: "this is a PDF; export CSV or xlsx" }
    bill_bomb { zh: "解开后太大，不读：像是专门撑爆内存的文件", en: "not read: it would unpack to far too much" }
    bill_encrypted { zh: "文件加密了；请先用密码解开", en: "it is encrypted; open it with its password first" }
    bill_damaged { zh: "表格文件坏了，或不是真的 xlsx；请重新下载", en: "the spreadsheet is damaged or no real xlsx; download it again" }
    bill_no_header(columns: &str) { zh: "不认识这份账单；最像表头的一行是：{columns}", en: "this bill is not known; the row most like a header is: {columns}" }
    bill_no_header_hint { zh: "在设置里写 [[import]] 说明各列；fenqi config --default 有样子", en: "describe its columns under [[import]] in the settings; `fenqi config --default` shows how" }
    bill_missing(name: &str) { zh: "没有文件 {name}", en: "there is no file {name}" }
    bill_unreadable(name: &str, why: &str) { zh: "{name}：{why}", en: "{name}: {why}" }
}
