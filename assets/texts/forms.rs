// Forms about a plan: titles, labels, what is said beside a field, what saving would do.

texts! {
    form_add_title { zh: "新计划", en: "New plan" }
    form_note_title { zh: "备注", en: "Note" }
    form_settle_title { zh: "提前结清", en: "Settle early" }
    form_refund_title { zh: "退款", en: "Refund" }
    form_defer_title { zh: "延期", en: "Move a due date" }
    form_pause_title { zh: "暂停", en: "Pause" }
    form_amend_title { zh: "按账单改", en: "As billed" }
    form_preview { zh: "预览", en: "Preview" }
    form_owed(amount: &str) { zh: "还欠 {amount}", en: "owed {amount}" }
    form_item { zh: "名称", en: "name" }
    form_price { zh: "价格", en: "price" }
    form_down_payment { zh: "首付", en: "down pay" }
    form_line { zh: "额度", en: "line" }
    form_periods { zh: "期数", en: "payments" }
    form_fee { zh: "手续费", en: "fee" }
    form_rate { zh: "费率", en: "rate" }
    form_first_due { zh: "首期", en: "first due" }
    form_paid_through { zh: "已还到", en: "paid to" }
    form_bought { zh: "下单", en: "bought" }
    form_merchant { zh: "商家", en: "shop" }
    form_autopay { zh: "扣款", en: "paid by" }
    form_order { zh: "订单", en: "order" }
    form_note { zh: "备注", en: "note" }
    form_moved_to { zh: "延到", en: "move to" }
    form_move_fee { zh: "延期费", en: "cost" }
    form_until { zh: "停到", en: "until" }
    form_why { zh: "原因", en: "why" }
    form_due_date { zh: "应还日", en: "due" }
    form_principal { zh: "本金", en: "principal" }
    form_fee_from { zh: "从哪期起", en: "holds from" }
    field_fee_from { zh: "改了费率：从下一期起，还是整个计划：← →", en: "the other fee: from the next installment on, or of the whole plan: ← →" }
    form_fee_from_n(n: u32) { zh: "第 {n} 期", en: "no. {n} on" }
    form_fee_whole { zh: "整个计划", en: "the whole plan" }
    form_reach { zh: "改哪些", en: "changes" }
}

texts! {
    form_no_line { zh: "不占额度", en: "none" }
    form_line_later { zh: "额度以后也能加", en: "a line can come later" }
    form_this_one { zh: "只改这期", en: "this one" }
    form_and_later { zh: "这期及以后", en: "later ones too" }
    form_fee_none { zh: "免息", en: "none" }
    form_fee_flat { zh: "每期", en: "per period" }
    form_fee_upfront { zh: "一次性", en: "upfront" }
    form_fee_annuity { zh: "等额本息", en: "annuity" }
    form_fee_equal_principal { zh: "减额", en: "equal principal" }
    form_fee_daily { zh: "日息", en: "daily" }
    form_day(relative: &str, day: &str) { zh: "{relative} {day}", en: "{relative}, {day}" }
    form_usual_periods { zh: "3 6 9 12 24", en: "3, 6, 9, 12, 24" }
    form_then_every(day: u32) { zh: "以后每月 {day} 日", en: "then monthly, day {day}" }
    form_reopened(n: usize, asks: &str, key: &str) { zh: "已还的 {n} 期又要补 {asks}：改动从第 1 期算起；只改往后的按 {key}", en: "{n} paid installments ask for {asks} more, as terms hold from the first one on; {key} changes later ones only", one(n): "{n} paid installment asks for {asks} more, as terms hold from the first one on; {key} changes later ones only" }
    form_past(n: u32) { zh: "第 1–{n} 期已过应还日", en: "1–{n} are past their day", one(n): "{n} is past its day" }
    form_financed(amount: &str) { zh: "分期 {amount}", en: "financed {amount}" }
    form_not_a_count(first: u32, last: u32) { zh: "要填 {first} 到 {last} 的整数", en: "must be a whole number from {first} to {last}" }
    form_not_a_rate { zh: "写成 0.6%；每期和一次性也可写总额", en: "write 0.6%; per period and upfront also take a sum" }
    form_not_below_price { zh: "首付要低于价格", en: "the down payment must be below the price" }
}

texts! {
    form_add_first { zh: "填好价格和期数，这里就算出来", en: "price and payments are enough to see it here" }
    form_each { zh: "每期", en: "each" }
    form_between(least: &str, most: &str) { zh: "{least} 到 {most}", en: "{least} to {most}" }
    form_fees { zh: "手续费合计", en: "fees" }
    form_in_all { zh: "总共要还", en: "in all" }
    form_more_dues(n: usize) { zh: "    … 还有 {n} 期", en: "    … {n} more" }
    form_uses(amount: &str) { zh: "占用 {amount}", en: "uses {amount}" }
    form_left(amount: &str) { zh: "剩 {amount}", en: "{amount} left" }
    form_lacks(amount: &str) { zh: "差 {amount}", en: "{amount} short" }
    form_peak(month: &str, before: &str) { zh: "最高月 {month} {before} → ", en: "peak {month} {before} → " }
    form_cap(cap: &str) { zh: "/ 上限 {cap}", en: "of your {cap}" }
    form_over_cap(cap: &str) { zh: "超上限 {cap}", en: "above your {cap}" }
}

texts! {
    delete_title { zh: "删除？", en: "Delete it?" }
    delete_plan(item: &str, undo: &str) { zh: "删除“{item}”和它的全部记录？按 {undo} 可以撤销。", en: "Delete {item} with all its records? {undo} takes it back." }
}

texts! {
    settle_made_of(principal: &str, fees: &str) { zh: "本金 {principal} + 手续费 {fees}", en: "principal {principal} + fees {fees}" }
    settle_penalty(penalty: &str) { zh: " + 逾期费用 {penalty}", en: " + late cost {penalty}" }
    settle_saves(amount: &str) { zh: "比还到最后省 {amount}", en: "saves {amount}" }
    settle_saves_nothing { zh: "不比还到最后省钱", en: "saves nothing" }
    settle_costs_more(amount: &str) { zh: "比还到最后多付 {amount}", en: "costs {amount} more" }
    settle_policy_unknown { zh: "不知道平台怎么收；看 App 里的金额，填在上面", en: "the provider's rule is unknown: enter the sum its app shows" }
    settle_rate_unknown { zh: "不知道违约金比例；看 App 里的金额，填在上面", en: "the penalty's rate is unknown: enter the sum its app shows" }
    form_after(n: u32) { zh: "第 {n} 期", en: "no. {n}" }
    form_more_changes(n: usize) { zh: "… 还有 {n} 期", en: "… {n} more", one(n): "… {n} more" }
    form_total_fee { zh: "手续费", en: "fees" }
    form_outstanding { zh: "还欠", en: "owed" }
    form_limit { zh: "可用额度", en: "limit free" }
    form_fee_kept { zh: "手续费不变", en: "fees stay" }
    form_cash_back(amount: &str, channel: &str) { zh: "退回 {channel} {amount}", en: "{amount} back to {channel}" }
    form_unsaid_channel { zh: "原渠道", en: "where it came from" }
    form_moves_left(n: u32) { zh: "今年还能延 {n} 次", en: "{n} moves left this year", one(n): "{n} move left this year" }
    form_no_moves_left { zh: "今年的延期次数用完了", en: "no move left this year" }
}

// What a field understands.
texts! {
    field_item { zh: "买了什么；编号由它生成", en: "what was bought; its id is made of it" }
    field_price { zh: "标价，含首付；可写 3299、3,299、1.2万", en: "the price, down payment included: 3299, 3,299, 1.2万" }
    field_down_payment { zh: "下单时付掉的，不分期；可不填", en: "what is paid at once and not split; may stay empty" }
    field_line { zh: "用 ← → 选占用哪条额度，或按首字母", en: "whose limit it uses: ← →, or the first letter" }
    field_periods { zh: "分几期，1 到 600", en: "how many installments, 1 to 600" }
    field_fee { zh: "怎么收费：← → 选，或按首字母", en: "how it is charged: ← →, or the first letter" }
    field_rate { zh: "写 0.6%；等额本息、减额写年利率，日息写日利率", en: "0.6%; a yearly rate for annuity and equal principal, a daily one for daily" }
    field_first_due { zh: "第一期应还日：2026-3-7、3-7、+30", en: "when no. 1 is due: 2026-3-7, 3-7, +30" }
    field_paid_through { zh: "记账以前已经还了几期，没还填 0", en: "how many were paid before this book; 0 for none" }
    field_bought { zh: "下单日，从这天起占用额度", en: "the order day; from then on it uses the limit" }
    field_merchant { zh: "商家，可不填", en: "the shop; may stay empty" }
    field_autopay { zh: "自动扣款的方式：← → 选；手动就选“手动”", en: "what pays by itself: ← →; self means by hand" }
    field_order { zh: "订单号，可不填", en: "the order number; may stay empty" }
    field_note { zh: "一行备注，清空就是删掉", en: "one line; empty takes the note away" }
    field_moved_to { zh: "新的应还日，要晚于现在的", en: "the new due date, later than the present one" }
    field_move_fee { zh: "延期收的费用，没有填 0", en: "what moving it costs; 0 for nothing" }
    field_until { zh: "暂停的最后一天", en: "the last day of the pause" }
    field_why { zh: "为什么停，可不填", en: "why; may stay empty" }
    field_due_date { zh: "账单上的应还日", en: "the due date on the bill" }
    field_principal { zh: "账单上这期的本金", en: "the principal on the bill" }
    field_fee_part { zh: "账单上这期的手续费或利息", en: "the fee or interest on the bill" }
    field_reach { zh: "只改这期，还是以后的也跟着改：← →", en: "this one alone, or the later ones too: ← →" }
}

// The detail of a plan.
texts! {
    plan_event_prepaid { zh: "提前还本金", en: "prepaid" }
    plan_event_deferred(n: u32, to: &str) { zh: "第 {n} 期延到 {to}", en: "no. {n} moved to {to}" }
    plan_event_replaced(item: &str) { zh: "替代 {item}", en: "replaces {item}" }
    plan_settle_today { zh: "今天结清", en: "settle now" }
    plan_settle_unknown { zh: "规则未知", en: "rule unknown" }
    plan_settle_saves(amount: &str, saves: &str) { zh: "{amount} 省 {saves}", en: "{amount}, saves {saves}" }
    plan_settle_saves_nothing(amount: &str) { zh: "{amount} 不省", en: "{amount}, saves nothing" }
    plan_settle_more(amount: &str, more: &str) { zh: "{amount} 多付 {more}", en: "{amount}, {more} more" }
    plan_replaces { zh: "替代", en: "replaces" }
    plan_replaced_by { zh: "被替代", en: "replaced by" }
    plan_settled_on { zh: "提前结清", en: "settled" }
    plan_refunds { zh: "退款", en: "refunds" }
    plan_moved { zh: "延期", en: "moved" }
    plan_moved_to(n: u32, from: &str, to: &str) { zh: "第 {n} 期 {from} → {to}", en: "no. {n} {from} → {to}" }
    plan_balloon { zh: "尾款", en: "balloon" }
    plan_pause_over(until: &str) { zh: "{until} 已过", en: "{until}, over" }
}

// What the keys for plans do, and why they do nothing here.
texts! {
    keys_plans { zh: "计划", en: "Plans" }
    add { zh: "新建", en: "add" }
    key_add { zh: "新建计划，在额度视图里建额度；边填边看", en: "new plan, in the limits a new line; seen as you type" }
    key_note { zh: "给计划写备注", en: "write a note to the plan" }
    key_settle { zh: "提前结清：金额和省多少先算好", en: "settle early: what it costs and saves" }
    key_refund { zh: "退款、退货：先看每期怎么变", en: "a refund: what it changes is shown first" }
    move_it { zh: "延期", en: "move" }
    key_defer { zh: "把这期的应还日往后挪", en: "move the due date of this installment" }
    pause_it { zh: "暂停", en: "pause" }
    key_pause { zh: "退货或争议时暂停计划，再按恢复", en: "pause the plan for a return or dispute; again: go on" }
    amend_it { zh: "改这期", en: "amend" }
    key_amend { zh: "按账单改这期，或这期及以后", en: "amend this installment as billed, or later ones too" }
    why_nothing_selected { zh: "先选一个计划", en: "select a plan" }
    why_nothing_open { zh: "这个计划没有待还的了", en: "this plan asks for nothing any more" }
    delete_it { zh: "删除", en: "delete" }
    key_delete_plan { zh: "删除计划：先问一声，可撤销", en: "delete the plan: asks first, undo works" }
    why_editor_ended(status: i32) { zh: "编辑器以 {status} 退出；文件已重新读取", en: "the editor ended with {status}; the file was read again" }
    why_editor_killed { zh: "编辑器被中断；文件已重新读取", en: "the editor was interrupted; the file was read again" }
}
