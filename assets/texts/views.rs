// The names of the views: in full, short for a window of 80 columns, and the program's own.

texts! {
    brand { zh: "分期", en: "fenqi" }
    overview { zh: "总览", en: "Overview" }
    overview_short { zh: "总览", en: "Home" }
    plans { zh: "计划", en: "Plans" }
    limits { zh: "额度", en: "Limits" }
    calendar { zh: "日历", en: "Calendar" }
    calendar_short { zh: "日历", en: "Cal" }
    alerts { zh: "提醒", en: "Alerts" }
    cases { zh: "跟进", en: "Cases" }
    what_if { zh: "试算", en: "What-if" }
    what_if_short { zh: "试算", en: "Calc" }
}
