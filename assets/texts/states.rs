// What states are called, short enough for a column.

texts! {
    paid { zh: "已还", en: "paid" }
    paid_today { zh: "今天已还", en: "paid today" }
    open { zh: "待还", en: "open" }
    partly_paid(left: &str) { zh: "余 {left}", en: "left {left}" }
    overdue { zh: "已逾期", en: "overdue" }
    grace { zh: "宽限期", en: "grace" }
    restoring { zh: "恢复中", en: "restoring" }
    restoring_short { zh: "恢复中", en: "rest." }
    restore_late { zh: "超时", en: "late" }
    frozen { zh: "冻结", en: "frozen" }
    used { zh: "已用", en: "used" }
    free { zh: "可用", en: "free" }
    case { zh: "跟进", en: "case" }
    refunded { zh: "退款", en: "refund" }
    stopped { zh: "取消", en: "stopped" }
    paused { zh: "暂停", en: "paused" }
    settled { zh: "已还清", en: "settled" }
    by_hand { zh: "手动", en: "self" }
    automatic { zh: "自动", en: "auto" }
    items(n: usize) { zh: "{n} 笔", en: "{n} items", one(n): "{n} item" }
    nth_installment(n: u32) { zh: "第 {n} 期", en: "no. {n}" }
}
