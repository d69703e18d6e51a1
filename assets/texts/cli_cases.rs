// What the commands about follow-ups, places to pay and refusals say.

texts! {
    cli_would(change: &str) { zh: "会记下：{change}；什么都没改", en: "would note: {change}; nothing was changed" }
    cli_no_case(word: &str) { zh: "没有跟进“{word}”", en: "no case “{word}”" }
    cli_no_subject(word: &str) { zh: "没有叫“{word}”的计划或额度", en: "no plan or line “{word}”" }
    cli_cases_none { zh: "没有要跟进的事", en: "nothing is being followed up" }
    cli_case_next(on: &str) { zh: "下一步 {on}", en: "next step {on}" }
    cli_case_closed(on: &str, outcome: &str) { zh: "{on} 结束：{outcome}", en: "closed {on}: {outcome}" }
    cli_case_opened(on: &str) { zh: "{on} 开始", en: "opened {on}" }
    cli_case_log { zh: "记录", en: "Log" }
    cli_case_promise(by: &str) { zh: "答应 {by} 前答复", en: "promised by {by}" }
    cli_case_do_next(step: &str) { zh: "现在：{step}", en: "now: {step}" }
    cli_reply_form(typed: &str) { zh: "“{typed}”不是回答；写成 credit-review=yes 或 official-channel=no", en: "“{typed}” is no answer; write credit-review=yes or official-channel=no" }
    cli_question_unknown(typed: &str, known: &str) { zh: "不认识“{typed}”；可以用 {known}", en: "“{typed}” is not known; there are {known}" }
    cli_proof_unreadable(path: &str, why: &str) { zh: "读不了凭证 {path}：{why}", en: "the proof {path} cannot be read: {why}" }
    cli_no_such_file { zh: "没有这个文件", en: "no such file" }
    cli_not_a_file { zh: "不是普通文件", en: "it is no file" }
    cli_proof_missing(case: &str, path: &str) { zh: "跟进 {case} 的凭证 {path} 不见了", en: "case {case}: the proof {path} is missing" }
    cli_proof_changed(case: &str, path: &str) { zh: "跟进 {case} 的凭证 {path} 和记下时不一样了", en: "case {case}: the proof {path} is not what it was when it was recorded" }
    step_settled { zh: "确认已到期的都还清，连手续费在内", en: "all that fell due is paid, fees too" }
    step_window { zh: "等满恢复时限", en: "wait until the window is over" }
    step_service { zh: "联系客服，备好订单号和还款凭证", en: "ask the service; have order and proof" }
    step_review { zh: "问清：是不是信用评估下调了额度", en: "ask: did a credit review cut the limit" }
    step_channel { zh: "确认走的是官方渠道", en: "was it paid by an official channel" }
    step_date { zh: "约定答复日期，到期再问", en: "agree on a day for the answer" }
    because_nothing_open { zh: "到期的都已还清", en: "nothing that fell due is open" }
    because_still_open(amount: &str, fee: &str) { zh: "还差 {amount}，其中手续费 {fee}", en: "{amount} is open, {fee} of it fees" }
    because_window_ended(on: &str) { zh: "时限到 {on} 为止", en: "the window ended on {on}" }
    because_window_lasts(on: &str) { zh: "时限到 {on}", en: "the window lasts until {on}" }
    because_came_back(on: &str) { zh: "额度 {on} 已恢复", en: "the limit came back on {on}" }
    because_noted(on: &str) { zh: "{on} 有记录", en: "noted on {on}" }
    because_promised(on: &str) { zh: "答应 {on} 前答复", en: "an answer is promised by {on}" }
}

texts! {
    cli_ways_none { zh: "没有记录还款入口；用 fenqi way add 记一个", en: "where to pay is not recorded; note it with fenqi way add" }
    in_brackets(words: &str) { zh: "（{words}）", en: " ({words})" }
    cli_way_pay_at { zh: "在哪里还", en: "where to pay" }
    cli_way_not_recorded { zh: "未记录", en: "not recorded" }
    cli_way_all_closed(path: &str, since: &str) { zh: "都已关闭；最后一个 {path} 到 {since}", en: "all closed; the last was {path}, until {since}" }
    cli_way_open { zh: "可用", en: "open" }
    cli_way_unconfirmed { zh: "未核实", en: "not confirmed" }
    cli_way_stale(days: u32) { zh: "{days} 天没核实", en: "not confirmed for {days} days" }
    cli_way_closed(since: &str) { zh: "{since} 起关闭", en: "closed since {since}" }
    cli_way_confirmed(on: &str) { zh: "{on} 核实", en: "confirmed {on}" }
    cli_hotline { zh: "客服热线", en: "hotline" }
    cli_service { zh: "在线客服", en: "service" }
    cli_notices { zh: "公告", en: "Notices" }
    cli_notice_stale(days: u32) { zh: "{days} 天前，可能过时", en: "{days} days ago, may be out of date" }
}

texts! {
    cli_refused_times(n: usize) { zh: "这件商品第 {n} 次被拒", en: "refused {n} times for this item" }
    cli_refused_not_eligible(on: &str) { zh: "{on} 已知不支持分期", en: "known not to be eligible since {on}" }
    cli_refused_before(n: usize, on: &str) { zh: "这件商品被拒过 {n} 次，最近 {on}", en: "refused {n} times before, last on {on}", one(n): "refused {n} time before, on {on}" }
    cli_refused_next(step: &str, on: &str) { zh: "下一步（{on}）：{step}", en: "next, on {on}: {step}" }
    cause_limit { zh: "额度不够", en: "limit" }
    cause_account { zh: "账户状态", en: "account" }
    cause_maintenance { zh: "系统维护", en: "maintenance" }
    cause_minimum { zh: "最低金额", en: "smallest price" }
    cause_identity { zh: "证件有效期", en: "identity papers" }
    cause_region { zh: "地区", en: "region" }
    cause_product { zh: "商品不支持", en: "product" }
    cause_dispute { zh: "争议或异常", en: "dispute" }
    cause_card { zh: "银行卡", en: "card" }
    cause_credit { zh: "信用评估", en: "credit review" }
    cause_notices { zh: "官方公告", en: "notices" }
    finding_yes { zh: "是", en: "yes" }
    finding_no { zh: "不是", en: "no" }
    finding_unknown { zh: "账本里没有", en: "not in the book" }
    finding_ask { zh: "要问", en: "ask" }
    finding_limit(available: &str, restoring: &str) { zh: "可用 {available}，恢复中 {restoring}", en: "{available} available, {restoring} restoring" }
    finding_found_out(on: &str) { zh: "{on} 查明", en: "found out on {on}" }
    finding_card_expired(name: &str) { zh: "{name} 已过期", en: "{name} has expired" }
    next_pay_overdue { zh: "先还清逾期的分期", en: "pay what is overdue first" }
    next_free_limit { zh: "先还一部分，等额度恢复；用 fenqi unlock 算", en: "pay something early and wait for the limit; see fenqi unlock" }
    next_more_down(short: &str) { zh: "加 {short} 首付，或换一种付法", en: "pay {short} more down, or pay in another way" }
    next_unblock { zh: "问客服账户为什么受限、怎么解除", en: "ask the service why the account is blocked and how to lift it" }
    next_retry { zh: "维护结束，再试一次", en: "the maintenance is over, try again" }
    next_identity { zh: "更新证件，再试一次", en: "renew the identity papers, then try again" }
    next_card { zh: "换绑没过期的卡，再试一次", en: "bind a card that is valid, then try again" }
    next_other { zh: "换一件支持分期的商品，或换一种付法", en: "choose a product that is sold in installments, or pay in another way" }
    next_find_out(question: &str) { zh: "先查清：{question}", en: "find out first: {question}" }
    next_service { zh: "联系客服；用 fenqi case open 开始跟进", en: "ask the service; begin with fenqi case open" }
}

texts! {
    help_case { zh: "跟进：找客服的事，记到解决为止", en: "follow-ups with customer service, until they are solved" }
    help_case_open { zh: "开始跟进一条额度或一个计划", en: "begins to follow up a line or a plan" }
    help_case_log { zh: "记下客服说了什么、答应哪天，或改下一步的日子", en: "notes what was said and promised, or moves the next step" }
    help_case_close { zh: "写明结果，结束跟进", en: "ends a case with its outcome" }
    help_case_list { zh: "要跟进的事", en: "what is being followed up" }
    help_case_show { zh: "一条跟进：步骤、记录、凭证", en: "one case: its steps, log and proof" }
    help_case_export { zh: "发给客服的话；没有记录的事会写明", en: "the text for customer service; what is not recorded is named" }
    help_case_proof { zh: "加一个凭证文件，连同它的 SHA-256", en: "adds a file as proof, with its SHA-256" }
    help_case_answer { zh: "回答一个步骤", en: "answers a step of the checklist" }
    help_way { zh: "在哪里还款：入口、登录账号、客服、公告", en: "where to pay: places, logins, service, notices" }
    help_way_add { zh: "记一个还款入口", en: "notes a place to pay" }
    help_way_move { zh: "入口换了地方，旧的留作记录", en: "a place has moved; the old one is kept" }
    help_way_close { zh: "入口关闭了", en: "a place was closed" }
    help_way_confirm { zh: "入口还在", en: "a place is still there" }
    help_refused { zh: "记下分期被拒，并查原因", en: "notes a refusal, and why it may have been" }
    help_failed { zh: "记下还款失败，并开始跟进；这一期仍待还", en: "notes that a payment failed and follows it up; the installment stays open" }
    help_arg_subject { zh: "额度或计划", en: "a line or a plan" }
    help_arg_case { zh: "哪条跟进", en: "which case" }
    help_arg_kind { zh: "关于什么", en: "what it is about" }
    help_arg_next { zh: "下一步的日子", en: "the day of the next step" }
    help_arg_said { zh: "看到的提示", en: "the message that was shown" }
    help_arg_log_text { zh: "说了什么", en: "what was said" }
    help_arg_promise { zh: "答应哪天答复", en: "the day an answer was promised for" }
    help_arg_outcome { zh: "怎么解决的", en: "how it ended" }
    help_arg_all_cases { zh: "连已结束的一起列", en: "also those that are closed" }
    help_arg_proof_path { zh: "凭证文件", en: "the file" }
    help_arg_answer { zh: "写成 问题=yes 或 问题=no；跟进里也可写 问题=open 改回未答", en: "a question and yes or no, such as credit-review=no; in a case also open, which takes the answer back" }
    help_arg_way_n { zh: "第几个入口；不写就是第一个可用的", en: "which place; the first open one without it" }
    help_arg_way_path { zh: "怎么走：App → 页面 → 按钮", en: "how to get there: app → page → button" }
    help_arg_way_to { zh: "新的入口", en: "where it is now" }
    help_arg_login { zh: "用哪个账号登录", en: "with which login" }
    help_arg_refused_item { zh: "想买什么", en: "what was to be bought" }
    help_arg_retry { zh: "哪天再试", en: "when to try again" }
    help_arg_on_way { zh: "哪天；不写就是今天", en: "on which day; today without it" }
    help_arg_can_item { zh: "想买什么，查有没有被拒过", en: "what is to be bought, to tell whether it was refused before" }
}
