// The plans: their list, and everything about one of them.

texts! {
    plan_sort_next { zh: "下次应还", en: "next due" }
    plan_sort_outstanding { zh: "剩余", en: "outstanding" }
    plan_sort_name { zh: "名称", en: "name" }
    plan_filter_active { zh: "进行中", en: "active" }
    plan_filter_finished { zh: "已完成", en: "finished" }
    plan_filter_all { zh: "全部", en: "all" }
    plan_column_name { zh: "名称", en: "name" }
    plan_column_line { zh: "额度", en: "line" }
    plan_column_progress { zh: "进度", en: "progress" }
    plan_column_left { zh: "剩余", en: "left" }
    plan_column_next { zh: "下次", en: "next" }
    plan_hidden_finished(n: usize) { zh: "另有 {n} 个已完成", en: "{n} more are finished", one(n): "{n} more is finished" }
    plan_hidden_active(n: usize) { zh: "另有 {n} 个进行中", en: "{n} more are active", one(n): "{n} more is active" }
    plan_none { zh: "还没有分期计划", en: "no plans yet" }
    plan_none_filtered { zh: "没有符合筛选的计划", en: "no plan passes the filter" }
    plan_add_in_editor { zh: "在文件里写第一个", en: "write the first one in the file" }
}

texts! {
    plan_schedule { zh: "还款表", en: "Schedule" }
    plan_facts { zh: "信息", en: "Facts" }
    plan_history { zh: "记录", en: "History" }
    plan_cost { zh: "费用", en: "Cost" }
    plan_paid_of(paid: usize, of: u32) { zh: "已还 {paid}/{of}", en: "paid {paid}/{of}" }
    plan_column_n { zh: "期", en: "no." }
    plan_column_due { zh: "应还日", en: "due" }
    plan_column_made_of { zh: "本金 + 手续费", en: "principal + fee" }
    plan_column_amount { zh: "金额", en: "amount" }
    plan_column_state { zh: "状态", en: "state" }
    plan_column_paid_on { zh: "实还", en: "paid" }
    plan_previous_next { zh: "上一个/下一个", en: "prev/next" }
    plan_sum { zh: "合计", en: "sum" }
    plan_left { zh: "还剩", en: "left" }
    plan_principal { zh: "本金", en: "principal" }
    plan_fee { zh: "手续费", en: "fee" }
    plan_price { zh: "价格", en: "price" }
    plan_down_payment { zh: "首付", en: "down payment" }
    plan_stated { zh: "标称", en: "stated" }
    plan_yearly { zh: "年化", en: "yearly" }
    plan_nominal { zh: "单利", en: "nominal" }
    plan_effective { zh: "复利", en: "effective" }
    plan_above_mark { zh: "高于 24%", en: "above 24%" }
    plan_nominal_yearly { zh: "单利年化", en: "nominal a year" }
    plan_effective_yearly { zh: "复利年化", en: "effective a year" }
    plan_all_paid { zh: "总还款", en: "paid in all" }
    plan_rate_unknown { zh: "年化 —", en: "yearly rate —" }
    plan_cost_total { zh: "总成本", en: "total cost" }
    plan_financed { zh: "分期金额", en: "financed" }
}

texts! {
    plan_line { zh: "额度", en: "line" }
    plan_no_line { zh: "不占额度", en: "uses none" }
    plan_merchant { zh: "商家", en: "shop" }
    plan_order { zh: "订单", en: "order" }
    plan_bought { zh: "下单", en: "bought" }
    plan_channel { zh: "还款", en: "paid by" }
    plan_by_hand { zh: "手动", en: "by hand" }
    plan_autopay(method: &str) { zh: "自动 {method}", en: "auto, {method}" }
    plan_uses { zh: "占用额度", en: "uses" }
    plan_next_frees { zh: "下期恢复", en: "next frees" }
    plan_paused_until { zh: "暂停到", en: "paused until" }
    plan_why { zh: "原因", en: "why" }
    plan_note { zh: "备注", en: "note" }
    plan_penalty { zh: "逾期费用约", en: "late cost about" }
    plan_penalty_unknown { zh: "逾期费用未知", en: "late cost unknown" }
    plan_periods(n: u32) { zh: "{n} 期", en: "{n} installments", one(n): "{n} installment" }
    plan_each(amount: &str) { zh: "每期 {amount}", en: "{amount} each" }
    plan_each_between(least: &str, most: &str) { zh: "每期 {least} 到 {most}", en: "{least} to {most} each" }
    plan_from_to(first: &str, last: &str) { zh: "{first} 到 {last}", en: "{first} to {last}" }
    plan_late(n: u32, due: &str, days: u32) { zh: "第 {n} 期 {due} 逾期 {days} 天", en: "no. {n} of {due} is {days} days late", one(days): "no. {n} of {due} is {days} day late" }
    plan_next(n: u32, due: &str, when: &str) { zh: "第 {n} 期 {due} {when}", en: "no. {n} on {due}, {when}" }
    plan_uses_and_frees(uses: &str, frees: &str) { zh: "占用额度 {uses} · 还清下期后恢复 {frees}", en: "uses {uses} of its limit; the next payment frees {frees}" }
    plan_uses_only(uses: &str) { zh: "占用额度 {uses}", en: "uses {uses} of its limit" }
}

texts! {
    plan_event_paid(n: u32) { zh: "还第 {n} 期", en: "paid no. {n}" }
    plan_event_paid_many(first: u32, last: u32) { zh: "还第 {first}–{last} 期", en: "paid no. {first}–{last}" }
    plan_event_restored { zh: "额度恢复", en: "limit back" }
    plan_event_late(days: u32) { zh: "迟{days}天", en: "{days}d late" }
    plan_event_refunded { zh: "退款", en: "refund" }
    plan_event_settled { zh: "提前结清", en: "settled early" }
    plan_no_history { zh: "还没有记录", en: "nothing yet" }
    plan_more(n: usize) { zh: "还有 {n} 条", en: "{n} more" }
}
