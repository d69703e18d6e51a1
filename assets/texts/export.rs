// What stands in exported calendars, sheets and ledgers, and what is said of exporting.

texts! {
    csv_plan { zh: "计划", en: "plan" }
    csv_item { zh: "商品", en: "item" }
    csv_merchant { zh: "商家", en: "shop" }
    csv_line { zh: "额度", en: "credit line" }
    csv_n { zh: "第几期", en: "no." }
    csv_of { zh: "期数", en: "installments" }
    csv_due { zh: "应还日", en: "due" }
    csv_principal { zh: "本金", en: "principal" }
    csv_fee { zh: "手续费", en: "fee" }
    csv_amount { zh: "金额", en: "amount" }
    csv_paid { zh: "已还", en: "paid" }
    csv_outstanding { zh: "待还", en: "left" }
    csv_currency { zh: "币种", en: "currency" }
    csv_status { zh: "状态", en: "state" }
    csv_paid_on { zh: "还款日", en: "paid on" }
    csv_date { zh: "日期", en: "date" }
    csv_kind { zh: "类别", en: "kind" }
    csv_method { zh: "还款方式", en: "paid from" }
    csv_ref { zh: "流水号", en: "reference" }
    csv_restored { zh: "额度恢复日", en: "limit back" }
    csv_verified { zh: "核实日", en: "verified" }
    csv_order { zh: "订单号", en: "order" }
    csv_bought { zh: "购买日", en: "bought" }
    csv_total { zh: "合计应还", en: "total" }
    csv_paid_periods { zh: "已还期数", en: "paid installments" }
    csv_next_due { zh: "下次应还", en: "next due" }
    csv_note { zh: "备注", en: "note" }
}

texts! {
    ics_name { zh: "分期", en: "Installments" }
    ics_nth(n: u32, of: u32) { zh: "第 {n}/{of} 期", en: "no. {n}/{of}" }
    ics_autopay(method: &str) { zh: "自动扣款：{method}", en: "autopay from {method}" }
    ics_by_hand { zh: "手动还", en: "to be paid by hand" }
    ics_limit_back(line: &str, amount: &str) { zh: "{line} {amount} 额度应恢复", en: "{line}: {amount} of limit should be back" }
    ics_temporary_ends(line: &str, amount: &str) { zh: "{line} 临时额度 {amount} 到期", en: "{line}: the temporary limit of {amount} ends" }
    ics_identity_expires(line: &str) { zh: "{line} 身份信息到期", en: "{line}: the identity papers on file expire" }
    ics_method_expires(method: &str) { zh: "{method} 到期", en: "{method} expires" }
    ics_case(kind: &str, about: &str) { zh: "跟进：{kind} {about}", en: "follow up: {kind}, {about}" }
}

texts! {
    journal_purchase(item: &str) { zh: "{item} 购买", en: "{item} bought" }
    journal_opening(item: &str) { zh: "{item} 期初余额", en: "{item} opening balance" }
    journal_paid(item: &str, which: &str) { zh: "{item} 还款 {which}", en: "{item} paid {which}" }
    journal_refund(item: &str) { zh: "{item} 退款", en: "{item} refunded" }
    journal_settled(item: &str) { zh: "{item} 提前结清", en: "{item} settled early" }
    journal_replaced(item: &str) { zh: "{item} 转入新计划", en: "{item} went into another plan" }
    journal_due(item: &str, which: &str) { zh: "{item} 应还 {which}", en: "{item} due {which}" }
    journal_balances { zh: "fenqi 核对余额", en: "balances as fenqi has them" }
    journal_title(on: &str) { zh: "fenqi 分期账本，截至 {on}", en: "installments of fenqi, as of {on}" }
}

texts! {
    export_written(path: &str) { zh: "已写入 {path}", en: "written to {path}" }
    export_force_hint { zh: "加 --force 就替换它", en: "--force replaces it" }
    help_export { zh: "导出到别的程序：日历、表格、JSON、记账（默认写到标准输出）", en: "for other programs: calendar, sheet, JSON, ledgers (on stdout unless told otherwise)" }
    help_export_ics { zh: "日历（iCalendar）：每期应还、额度恢复、到期、跟进，带提醒；再次导入会更新", en: "a calendar (iCalendar) of installments, limits, expiries and follow-ups, with alarms; importing it again updates it" }
    help_export_csv { zh: "表格（CSV）：公式开头的文字前加 '", en: "a sheet (CSV); a ' goes before text that would be taken for a formula" }
    help_export_json { zh: "JSON，全部内容：format、version、book（账本原样，键名同账本文件，金额是字符串）、plans（同 show --json）、limits（同 limit --json）", en: "JSON, all of it: format, version, book (the file key by key, money as strings), plans (each as in show --json), limits (as in limit --json)" }
    help_export_hledger { zh: "hledger 和 ledger 的账：每条额度一个负债账户，本金和手续费分开", en: "a journal for hledger and ledger: a liability account per line and plan, principal and fee apart" }
    help_export_beancount { zh: "beancount 的账：每条额度一个负债账户，本金和手续费分开", en: "a ledger for beancount: a liability account per line and plan, principal and fee apart" }
    help_arg_out { zh: "写进这个文件，不写到标准输出", en: "write to this file instead of stdout" }
    help_arg_force { zh: "文件已有就替换；账本永远不会被替换", en: "replace the file if there is one; the book is never replaced" }
    help_arg_alarm { zh: "提前几天提醒（默认 1；手动还的当天再提醒一次）", en: "so many days before an alarm goes off (default 1; again on the day for what is paid by hand)" }
    help_arg_table { zh: "哪张表：installments（默认）、payments、plans", en: "which table: installments (default), payments or plans" }
    help_arg_raw { zh: "给程序用：固定的英文表头，文字原样", en: "for programs: heads that stay the same, texts exactly as they are" }
    help_arg_future { zh: "也写上还没还的各期（从明天起）", en: "also what is still to be paid (from tomorrow on)" }
}
