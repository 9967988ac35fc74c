use super::*;

fn question(name: &str) -> Expr {
    Expr::Question(name.to_owned())
}

fn compare(op: Op, left: Expr, right: Expr) -> Expr {
    Expr::Compare(op, Box::new(left), Box::new(right))
}

#[test]
fn what_forms_use_is_read() {
    let a_is_1 = || compare(Op::Equal, question("a"), Expr::Number("1".into()));
    let b_is_x = || compare(Op::NotEqual, question("b"), Expr::Text("x".into()));
    let selected = |what| Expr::Call("selected".into(), vec![Expr::Own, Expr::Text(what)]);
    for (source, expected) in [
        ("${a}=1", a_is_1()),
        ("${ a } = 1", a_is_1()),
        ("((${a} = 1))", a_is_1()),
        ("${b} != \u{2018}x\u{2019}", b_is_x()),
        (
            "${a} = 1 or ${b} != \"x\" and ${a} = 1",
            Expr::Or(vec![a_is_1(), Expr::And(vec![b_is_x(), a_is_1()])]),
        ),
        (
            "not(selected (., 'yes'))",
            Expr::Call("not".into(), vec![selected("yes".into())]),
        ),
        (
            ". >= -1.5",
            compare(Op::AtLeast, Expr::Own, Expr::Number("-1.5".into())),
        ),
        (
            ".5 < ${a}",
            compare(Op::Less, Expr::Number(".5".into()), question("a")),
        ),
        (
            "${a}=my-column",
            compare(Op::Equal, question("a"), Expr::Column("my-column".into())),
        ),
        ("true()", Expr::Call("true".into(), Vec::new())),
    ] {
        assert_eq!(read(source), Ok(expected), "{source}");
    }
}

#[test]
fn what_is_not_carried_is_named() {
    for (source, refusal) in [
        (
            ". <= today()",
            "it asks what day it is with today(), and Hark never looks at the clock.",
        ),
        (
            "regex(., '[a-z]+')",
            "it compares with a pattern, regex(), and Hark doesn't.",
        ),
        ("if(${a}, 1, 2)", "it uses if(), and Hark doesn't."),
        (
            "coalesce(${a}, '')",
            "it uses coalesce(), and Hark doesn't.",
        ),
        (
            "jr:choice-name(${a}, '${a}')",
            "it uses jr:choice-name(), and Hark doesn't.",
        ),
        (
            "position(..) > 1",
            "it counts repeats with position(), and Hark has none.",
        ),
        (
            "${a} + 1 > 2",
            "it calculates with \"+\", and Hark doesn't.",
        ),
        (
            "${a} div 2 = 1",
            "it calculates with \"div\", and Hark doesn't.",
        ),
        (
            "../a = 1",
            "it looks at another place by its path. Write ${name} instead.",
        ),
        (
            "/data/a = 1",
            "it looks at another place by its path. Write ${name} instead.",
        ),
        (
            "pulldata('a', 'b', 'c', ${d}) = 1",
            "it looks something up in another file with pulldata(), and Hark doesn't.",
        ),
        ("${a} =", "the expression \"${a} =\" breaks off."),
        (
            "${a} = 1)",
            "the expression \"${a} = 1)\" can't be read: ) doesn't belong there.",
        ),
        (
            "${a} AND ${b}",
            "the expression \"${a} AND ${b}\" can't be read: AND doesn't belong there.",
        ),
        (
            "${a} = 'x",
            "the expression \"${a} = 'x\" can't be read from character 8 on.",
        ),
        (
            "${a} # 1",
            "the expression \"${a} # 1\" can't be read from character 6 on.",
        ),
        (
            "selected(${a})",
            "selected() has 1 things in its brackets, and that is not what it takes.",
        ),
    ] {
        assert_eq!(read(source), Err(refusal.to_owned()), "{source}");
    }
}

#[test]
fn no_cell_is_too_deep() {
    assert!(read(&"(".repeat(100_000)).is_err());
    assert!(read(&"not(".repeat(100_000)).is_err());
    let deep = format!("{}1{}", "(".repeat(50), ")".repeat(50));
    assert!(read(&deep).is_ok());
}
