// What the commands say about what happens to a plan.

texts! {
    happen_trial(what: &str) { zh: "试算：{what}", en: "dry run: {what}" }
    happen_nothing_changed { zh: "没有改动任何东西；去掉 --dry-run 就会记下", en: "nothing was changed; leave out --dry-run to note it" }
    happen_before { zh: "现在", en: "now" }
    happen_after { zh: "之后", en: "after" }
    happen_outstanding { zh: "待还", en: "to be paid" }
    happen_available(line: &str) { zh: "{line} 可用", en: "{line}, available" }
    happen_expected(line: &str) { zh: "{line} 预计", en: "{line}, expected" }
    happen_expected_by(line: &str, on: &str) { zh: "{line} 预计（{on} 前）", en: "{line}, expected by {on}" }
    happen_more_rows(n: usize) { zh: "另有 {n} 期也变", en: "{n} more installments change too", one(n): "{n} more installment changes too" }
    happen_back(amount: &str, to: &str) { zh: "退回 {to}：{amount}", en: "{amount} goes back to {to}" }
    happen_back_unknown { zh: "平台余额", en: "the provider's balance" }
    happen_reopened(n: usize, asks: &str, command: &str) { zh: "已还的 {n} 期又要补 {asks}：改动从第 1 期算起；只改往后的：{command}", en: "{n} paid installments ask for {asks} more, as terms hold from the first one on; to change later ones only: {command}", one(n): "{n} paid installment asks for {asks} more, as terms hold from the first one on; to change later ones only: {command}" }
    happen_past(n: u32) { zh: "前 {n} 期已过应还日；若都还了，撤销后加 --paid-through {n} 重记", en: "the first {n} are past their day; if they were paid, undo and add it with --paid-through {n}", one(n): "the first one is past its day; if it was paid, undo and add it with --paid-through {n}" }
    happen_id(id: &str) { zh: "编号 {id}", en: "id {id}" }
    happen_still_open(amount: &str) { zh: "还要还 {amount}", en: "{amount} still to be paid" }
    happen_deferrals_left(n: u32) { zh: "今年还能延 {n} 次", en: "{n} more deferrals left this year", one(n): "{n} more deferral left this year" }
    happen_deferrals_exceeded(made: u32, most: u32) { zh: "今年已延 {made} 次，平台规则是一年 {most} 次，请和平台确认", en: "that makes {made} deferrals this year where the provider's rule is {most}; make sure it agreed" }
    happen_bad_every(typed: &str) { zh: "“{typed}”不是间隔；写成 \"1 month\"、\"2 weeks\" 或 \"14 days\"", en: "\"{typed}\" is no distance; write \"1 month\", \"2 weeks\" or \"14 days\"" }
    happen_bad_id(typed: &str) { zh: "“{typed}”不能做编号；用 1 到 64 个 a-z、0-9 和 -，以字母或数字开头", en: "\"{typed}\" is no id; use 1 to 64 of a-z, 0-9 and -, beginning with a letter or digit" }
}

texts! {
    happen_quote(item: &str, on: &str) { zh: "{item} 在 {on} 提前结清", en: "{item}, settled early on {on}" }
    happen_late_cost { zh: "罚息约", en: "late cost, about" }
    happen_to_pay { zh: "要付", en: "to pay" }
    happen_to_the_end { zh: "按期还完要付", en: "paying to the end" }
    happen_saves(amount: &str) { zh: "省 {amount}", en: "saves {amount}" }
    happen_saves_nothing { zh: "一分不省", en: "saves nothing" }
    happen_costs_more(amount: &str) { zh: "反而多付 {amount}", en: "costs {amount} more than paying to the end" }
    happen_frees(amount: &str, by: &str) { zh: "腾出额度 {amount}，预计 {by} 前可用", en: "frees {amount} of limit, expected by {by}" }
    happen_no_quote { zh: "不知道提前结清怎么收费，算不出来", en: "what settling early costs is not known here" }
    happen_no_quote_hint { zh: "问平台要结清金额，用 --amount 记；或在额度的 [line.rules] 写 early = \"waive-unbilled\" 这样的规则", en: "ask the provider and note it with --amount; or state the rule in the line's [line.rules], like early = \"waive-unbilled\"" }
}

texts! {
    happen_no_terminal { zh: "这里没有终端，打不开编辑器；自己打开：", en: "there is no terminal here for an editor; open it yourself:" }
    happen_no_editor(why: &str) { zh: "编辑器没能运行：{why}；检查 $VISUAL 或 $EDITOR", en: "the editor could not be run: {why}; check $VISUAL or $EDITOR" }
    happen_not_edited(file: &str) { zh: "{file} 没有改动", en: "{file} was not changed" }
    happen_edit_added(item: &str) { zh: "新增 {item}", en: "{item} is new" }
    happen_edit_changed(item: &str) { zh: "改了 {item}", en: "{item} changed" }
}

texts! {
    help_add { zh: "新增一个分期", en: "add a plan" }
    help_settle { zh: "提前结清；--quote 只算要付多少、省多少", en: "settle a plan early; --quote tells what that costs and saves" }
    help_settle_quote { zh: "现在提前结清要付多少、省多少", en: "what settling it now costs and saves" }
    help_refund { zh: "记一笔退款", en: "note a refund" }
    help_defer { zh: "把第 K 期延到另一天", en: "move the due date of no. K to a later day" }
    help_pause { zh: "退货或争议时暂停，或继续", en: "pause a plan for a return or dispute, or let it go on" }
    help_amend { zh: "按账单改第 K 期的应还日、本金、手续费", en: "write no. K down as the provider's bill has it" }
    help_note { zh: "给计划写备注；不写文字就删掉", en: "note something on a plan; without a text the note is taken away" }
    help_remove { zh: "从账本里删掉一个计划", en: "take a plan out of the book" }
    help_edit { zh: "用自己的编辑器改账本，改完检查", en: "open the book in your editor and check it afterwards" }
    help_examples { zh: "例子", en: "Examples" }
    help_arg_dry_run { zh: "只看前后对比，不改动", en: "show before and after, change nothing" }
    help_arg_item { zh: "买了什么", en: "what was bought" }
    help_arg_add_line { zh: "占用哪条额度", en: "whose limit it uses" }
    help_arg_principal_add { zh: "分期的本金（默认总价减首付）", en: "what is financed (default: price less down payment)" }
    help_arg_balloon { zh: "最后一期加付的尾款", en: "what the last installment takes on top" }
    help_arg_first_due { zh: "第一期应还日（默认账单的应还日，没有账单就是下单后一期）", en: "when no. 1 is due (default: with the bill, or one period after it was bought)" }
    help_arg_due_day { zh: "以后每月几号（默认同第一期）", en: "the day of the month of later ones (default: as no. 1)" }
    help_arg_every { zh: "间隔：\"1 month\"（默认）、\"2 weeks\"、\"14 days\"", en: "the distance: \"1 month\" (default), \"2 weeks\", \"14 days\"" }
    help_arg_bought { zh: "下单日（默认今天）", en: "the order date (default: today)" }
    help_arg_posted { zh: "入账日，和下单日不同时写", en: "the posting date, where it differs" }
    help_arg_merchant { zh: "在哪里买的", en: "where" }
    help_arg_order { zh: "订单号", en: "the order number" }
    help_arg_autopay { zh: "自动扣款的方式", en: "which method pays by itself" }
    help_arg_paid_through { zh: "记账前已还到第几期", en: "how many were paid before the book knew it" }
    help_arg_note { zh: "备注", en: "a note" }
    help_arg_id { zh: "编号（默认由名称拼出）", en: "its id (default: made from the item)" }
    help_arg_replaces { zh: "它重组了哪个计划", en: "the plan it replaces" }
    help_arg_settled { zh: "付了多少（默认按平台规则算）", en: "what was paid for it (default: by the provider's rule)" }
    help_arg_quote { zh: "只报价，不记账", en: "only tell the price" }
    help_arg_refunded { zh: "退了多少", en: "how much came back" }
    help_arg_to { zh: "延到哪天", en: "the new due date" }
    help_arg_defer_fee { zh: "延期的费用", en: "what moving it costs" }
    help_arg_until { zh: "暂停到哪天", en: "the last day of the pause" }
    help_arg_why { zh: "为什么", en: "why" }
    help_arg_resume { zh: "不再暂停", en: "end the pause" }
    help_arg_due { zh: "应还日", en: "its due date" }
    help_arg_amend_principal { zh: "本金", en: "its principal" }
    help_arg_amend_fee { zh: "手续费", en: "its fee" }
    help_arg_and_later { zh: "以后各期跟着变", en: "later installments change with it" }
    help_arg_text { zh: "备注的文字；不写就删掉备注", en: "the note; nothing takes it away" }
    help_arg_edit_plan { zh: "打开在哪个计划的那一行", en: "the plan to open it at" }
    help_arg_prepay { zh: "提前还本：shorten 缩短期数，lower 降低每期；要写 --amount", en: "prepay principal: shorten the plan or lower the installments; needs --amount" }
}
