// Forms that write plans, lines and ways to pay down, or correct them.

texts! {
    form_edit_plan_title { zh: "修改计划", en: "Edit the plan" }
    form_add_line_title { zh: "新额度", en: "New line" }
    form_edit_line_title { zh: "修改额度", en: "Edit the line" }
    form_add_method_title { zh: "新还款方式", en: "New way to pay" }
    form_edit_method_title { zh: "修改还款方式", en: "Edit the way to pay" }
    form_proof_title { zh: "加凭证", en: "Add a proof" }
    form_more { zh: "更多", en: "more" }
    form_fewer { zh: "收起", en: "hide" }
    form_all { zh: "展开", en: "show" }
    form_financed_label { zh: "分期额", en: "financed" }
    form_charged { zh: "何时收", en: "charged" }
    form_charged_first { zh: "随首期", en: "with no. 1" }
    form_charged_at_once { zh: "下单时", en: "at purchase" }
    form_subsidy { zh: "贴息", en: "subsidy" }
    form_borne { zh: "商家承担", en: "merchant pays" }
    form_not_borne { zh: "没有", en: "none" }
    form_posted { zh: "入账", en: "posted" }
    form_every { zh: "间隔", en: "every" }
    form_anchor { zh: "每月几号", en: "month day" }
    form_balloon { zh: "尾款", en: "balloon" }
    form_path { zh: "文件", en: "file" }
}

texts! {
    form_name { zh: "名称", en: "name" }
    form_provider { zh: "平台", en: "provider" }
    form_account { zh: "账号", en: "account" }
    form_currency { zh: "币种", en: "currency" }
    form_total_limit { zh: "总额度", en: "limit" }
    form_since { zh: "从哪天", en: "since" }
    form_temporary { zh: "临时额度", en: "temporary" }
    form_temporary_until { zh: "临时到", en: "temp. to" }
    form_frozen { zh: "冻结", en: "frozen" }
    form_in_working_days { zh: "个工作日", en: "working days" }
    form_in_days { zh: "天", en: "days" }
    form_status { zh: "状态", en: "status" }
    form_identity { zh: "证件到", en: "ID until" }
    form_bill_day { zh: "账单日", en: "bill day" }
    form_bill_due { zh: "还款日", en: "due day" }
    form_restore_days { zh: "恢复", en: "restores" }
    form_grace_days { zh: "宽限", en: "grace" }
    form_min_purchase { zh: "起分", en: "min price" }
    form_maintenance { zh: "维护到", en: "outage to" }
    form_region { zh: "地区", en: "region" }
    form_method_kind { zh: "类型", en: "kind" }
    form_debit_card { zh: "储蓄卡", en: "debit card" }
    form_credit_card { zh: "信用卡", en: "credit card" }
    form_wallet { zh: "钱包", en: "wallet" }
    form_transfer { zh: "转账", en: "transfer" }
    form_other { zh: "其他", en: "other" }
    form_last4 { zh: "尾号", en: "last 4" }
    form_per_payment { zh: "单笔最多", en: "pay limit" }
    form_expires { zh: "有效期", en: "expires" }
    form_balance { zh: "余额", en: "balance" }
}

// What a field understands.
texts! {
    field_more { zh: "用 → 展开少用的字段，← 收起", en: "→ shows the fields of rare use, ← hides them" }
    field_financed { zh: "实际分期的本金；不填就是价格减首付", en: "the principal that is financed; empty: price less down payment" }
    field_charged { zh: "一次性手续费什么时候收：← →", en: "when the upfront fee is taken: ← →" }
    field_subsidy { zh: "手续费由商家承担吗：← →", en: "does the merchant bear the fee: ← →" }
    field_posted { zh: "入账日，和下单日不同才填", en: "the posting day, where it is not the order day" }
    field_every { zh: "两期隔多久：1个月、2周、14天；不填就是每月", en: "the distance: 1 month, 2 weeks, 14 days; empty: monthly" }
    field_anchor { zh: "以后每月几号，1 到 31；不填就跟首期", en: "the day of the month, 1 to 31; empty: that of the first" }
    field_balloon { zh: "最后一期另付的本金", en: "the principal the last installment takes on top" }
    field_path { zh: "截图或凭证的路径，也可以把文件拖进来", en: "the path of the picture or paper; a file can be dragged in" }
    field_name { zh: "叫什么；编号由它生成", en: "what it is called; its id is made of it" }
    field_provider { zh: "用哪家的规则：← → 选，或按首字母", en: "whose rules hold: ← →, or the first letter" }
    field_account { zh: "哪个账号或手机号，可不填", en: "which login or phone; may stay empty" }
    field_currency { zh: "三个字母：CNY、USD", en: "three letters: CNY, USD" }
    field_total_limit { zh: "总额度；不知道就不填", en: "its total; leave it empty if you do not know it" }
    field_since { zh: "总额度从哪天变的", en: "since when the total is this" }
    field_since_why { zh: "为什么变，可不填", en: "why it changed; may stay empty" }
    field_temporary { zh: "临时多出来的额度", en: "what is added for a while" }
    field_temporary_until { zh: "临时额度的最后一天", en: "the last day of the temporary limit" }
    field_frozen { zh: "被平台冻结的部分", en: "the part the provider has blocked" }
    field_status { zh: "还能用吗：← →", en: "can it be used: ← →" }
    field_identity { zh: "平台留的证件哪天过期", en: "when the identity papers on file expire" }
    field_bill_day { zh: "每月几号出账单，1 到 31", en: "the day of the month a bill is made, 1 to 31" }
    field_bill_due { zh: "每月几号还，或 +9：出账后 9 天", en: "the day it is due, or +9: nine days after the bill" }
    field_restore_days { zh: "还款后几个工作日恢复，写成 1-3", en: "working days until a payment is free again: 1-3" }
    field_grace_days { zh: "晚几天还不算逾期", en: "days after the date that do not count as late" }
    field_min_purchase { zh: "多少钱以上才能分期", en: "the smallest price that may be split" }
    field_maintenance { zh: "系统维护的最后一天", en: "the last day of the outage" }
    field_region { zh: "在哪里能用，如 CN；不填不限", en: "where it can be used, such as CN; empty: anywhere" }
    field_method_kind { zh: "是什么：← → 选，或按首字母", en: "what it is: ← →, or the first letter" }
    field_last4 { zh: "卡号最后 4 位，别写整个卡号", en: "the last four digits, never the whole number" }
    field_per_payment { zh: "一笔最多能付多少", en: "the most one payment may be" }
    field_expires { zh: "有效期的最后一天", en: "its last valid day" }
    field_balance { zh: "今天里面有多少", en: "what is on it today" }
}

texts! {
    form_not_a_distance { zh: "写成 1个月、2周 或 14天", en: "write 1 month, 2 weeks or 14 days" }
    form_not_working_days { zh: "写成 1-3：最早和最晚第几个工作日", en: "write 1-3: the earliest and the latest working day" }
    form_not_a_currency { zh: "写三个字母，如 CNY、USD", en: "write three letters, such as CNY or USD" }
    form_not_a_file(why: &str) { zh: "读不了：{why}", en: "cannot be read: {why}" }
    form_rare_fields(names: &str) { zh: "{names} …", en: "{names} …" }
    distance_months(n: u32) { zh: "{n}个月", en: "{n} months", one(n): "{n} month" }
    distance_weeks(n: u32) { zh: "{n}周", en: "{n} weeks", one(n): "{n} week" }
    distance_days(n: u32) { zh: "{n}天", en: "{n} days", one(n): "{n} day" }
}

// The ways to pay.
texts! {
    methods_title { zh: "还款方式", en: "Ways to pay" }
    methods_none { zh: "还没有还款方式", en: "no way to pay yet" }
    methods_expires(day: &str) { zh: "{day} 到期", en: "until {day}" }
    methods_expired { zh: "已过期", en: "expired" }
    methods_autopays(n: usize) { zh: "扣 {n} 个计划", en: "pays {n} plans", one(n): "pays {n} plan" }
    methods_short { zh: "还款方式", en: "ways to pay" }
    key_methods { zh: "还款方式：看、加、改", en: "ways to pay: see, add, edit" }
    key_add_line { zh: "新额度", en: "a new line" }
    key_add_method { zh: "新还款方式", en: "a new way to pay" }
    key_edit_method { zh: "修改选中的还款方式", en: "edit the selected way to pay" }
    key_proof { zh: "加凭证文件，记下它的校验值", en: "add a file as proof, with its checksum" }
    proof_short { zh: "凭证", en: "proof" }
    open_file { zh: "文件", en: "file" }
    key_open_file { zh: "用编辑器打开文件，跳到选中的", en: "open the file in the editor at what is selected" }
    why_nothing_to_edit { zh: "先选一个计划或额度", en: "select a plan or a line" }
}

// Several at once.
texts! {
    mark_it { zh: "多选", en: "select" }
    key_mark { zh: "选中这一期，和别的一起还；Esc 取消", en: "select this one, to pay several at once; Esc drops it" }
    marked(n: usize) { zh: "选了 {n} 笔", en: "{n} selected" }
    pay_marked { zh: "一起还", en: "pay all" }
}
