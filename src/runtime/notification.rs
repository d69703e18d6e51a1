//! The desktop's own notifications: a program and its arguments, never a shell.

use std::io;
use std::process::{Command, Stdio};

/// The program that shows them here.
pub const PROGRAM: &str = if cfg!(target_os = "macos") {
    "osascript"
} else {
    "notify-send"
};

/// Shows a notification. The texts are one argument each; none of them is read as a script.
///
/// # Errors
/// Where the program is missing, or says that it could not.
pub fn show(title: &str, body: &str, is_urgent: bool) -> io::Result<()> {
    let output = Command::new(PROGRAM)
        .args(arguments(title, body, is_urgent))
        .stdin(Stdio::null())
        .output()?;
    if output.status.success() {
        return Ok(());
    }
    let told = String::from_utf8_lossy(&output.stderr);
    Err(io::Error::other(told.trim().to_owned()))
}

fn arguments(title: &str, body: &str, is_urgent: bool) -> Vec<String> {
    if cfg!(target_os = "macos") {
        let script = "on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend run";
        return ["-e", script, "--", title, body].map(str::to_owned).into();
    }
    let urgency = if is_urgent { "critical" } else { "normal" };
    // Servers may take the body for markup.
    let body = body
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    vec![
        "--app-name=fenqi".to_owned(),
        format!("--urgency={urgency}"),
        "--".to_owned(),
        title.to_owned(),
        body,
    ]
}
