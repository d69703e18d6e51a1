// The history: what was changed, and the way back to any point of it.

texts! {
    key_history_short { zh: "记录", en: "history" }
    key_history { zh: "改动记录：什么时候改了什么，回到任何一步", en: "history: what changed when; go back to any point" }
    key_go_there { zh: "回到这里", en: "go there" }
    history_title { zh: "改动记录", en: "History" }
    history_beginning { zh: "这些改动之前", en: "before all of these" }
    history_is_undone { zh: "已撤销", en: "undone" }
    history_undoes { zh: "将撤销", en: "to undo" }
    history_redoes { zh: "将重做", en: "to redo" }
    history_here { zh: "现在就在这里", en: "this is the present" }
    history_back(count: usize) { zh: "回到这里：撤销 {count} 项改动，之后还能重做", en: "going there undoes {count} changes; redo brings them back", one(count): "going there undoes {count} change; redo brings it back" }
    history_forward(count: usize) { zh: "到这里：重做 {count} 项改动", en: "going there does {count} changes again", one(count): "going there does {count} change again" }
    history_went_back(count: usize) { zh: "撤销了 {count} 项改动", en: "{count} changes undone", one(count): "{count} change undone" }
    history_went_forward(count: usize) { zh: "重做了 {count} 项改动", en: "{count} changes done again", one(count): "{count} change done again" }
}
