//! The user's own provider files.

use std::fs;

use super::Home;

const BOOK: &str = "version = 1\n[[line]]\nid = \"hb\"\nname = \"Huabei\"\nprovider = \"huabei\"\nlimit = 1000\n\
    [[line]]\nid = \"corner\"\nname = \"Corner shop\"\nprovider = \"corner\"\nlimit = 1000\n\
    [[plan]]\nid = \"p\"\nline = \"hb\"\nitem = \"phone\"\nprincipal = 100\nperiods = 1\nfirst-due = 2026-03-10\n\
    payments = [\n  { on = 2026-03-10, amount = 100 },\n]\n\
    [[plan]]\nid = \"q\"\nline = \"corner\"\nitem = \"chair\"\nprincipal = 100\nperiods = 2\nfirst-due = 2026-03-10\n";

const OWN: [(&str, &str); 2] = [
    (
        "huabei.toml",
        "id = \"huabei\"\nname = \"Mine\"\nbased-on = \"huabei\"\n[rules]\nrestore-days = [0, 0]\n",
    ),
    (
        "corner.toml",
        "id = \"corner\"\nname = \"Corner shop\"\n[rules]\nlimit-counts = \"principal-and-fee\"\n",
    ),
];

fn home(own: &[(&str, &str)]) -> Home {
    let home = Home::with(BOOK);
    let folder = home.path().join(".config/fenqi/providers");
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in own {
        fs::write(folder.join(name), text).unwrap();
    }
    home
}

#[test]
fn a_file_of_ones_own_stands_in_place_of_the_one_that_comes_along() {
    let home = home(&OWN);
    let limit = home.run(&["limit", "hb"]);
    assert_eq!((limit.stderr.as_str(), limit.code), ("", Some(0)));
    assert!(limit.stdout.contains("by 2026-03-10\n"), "{limit:?}");
    let rules = home.run(&["rules"]);
    assert!(rules.stdout.contains("Mine"), "{rules:?}");
    assert!(rules.stdout.contains("corner"), "{rules:?}");
    let doctor = home.run(&["doctor"]);
    assert_eq!(doctor.code, Some(0), "{doctor:?}");
    // The change is checked and written on the same rulebook.
    let paid = home.run(&["pay", "q"]);
    assert_eq!((paid.stderr.as_str(), paid.code), ("", Some(0)));
}

#[test]
fn a_broken_file_is_told_and_what_comes_along_is_used() {
    let home = home(&[(
        "huabei.toml",
        "id = \"huabei\"\nname = \"Mine\"\n[rules]\ngrace-days = -1\n",
    )]);
    let limit = home.run(&["limit", "hb"]);
    assert_eq!(limit.code, Some(0), "{limit:?}");
    assert!(limit.stdout.contains("by 2026-03-13?"), "{limit:?}");
    let told = "huabei.toml:4: ";
    assert!(
        limit.stderr.contains("a provider file is not used"),
        "{limit:?}"
    );
    assert!(limit.stderr.contains(told), "{limit:?}");
    let doctor = home.run(&["doctor"]);
    assert!(doctor.stdout.contains("grace-days = -1"), "{doctor:?}");
    let screen = home
        .program()
        .args(["--print", "--size", "80x24"])
        .output()
        .unwrap();
    let screen = String::from_utf8(screen.stdout).unwrap();
    assert!(screen.contains("a provider file is not used"), "{screen}");
    let demo = home.run(&["limit", "--demo"]);
    assert_eq!(demo.stderr, "", "{demo:?}");
}
