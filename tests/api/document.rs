//! The OpenAPI document against the router and the domain, so that neither can say
//! what the other does not do.

use std::collections::BTreeSet;

use hark_domain::json::ToJson;
use hark_domain::survey::Answer;
use hark_domain::wire::{self, ProblemDetails, ProblemType};
use hark_tests::server::Server;
use hark_tests::wire::report;
use serde_json::{Value, json};

/// The addresses that design.md has and that exist so far.
const ADDRESSES: [(&str, &str); 5] = [
    ("/api/openapi.json", "get"),
    ("/api/v1/reports", "post"),
    ("/api/v1/responses", "post"),
    ("/health", "get"),
    ("/ready", "get"),
];

async fn document() -> Value {
    let reply = Server::start().get("/api/openapi.json", &[]).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("content-type"), "application/json");
    reply.json()
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[tokio::test]
async fn every_documented_address_answers_and_every_address_is_documented() {
    let document = document().await;
    assert!(document["openapi"].as_str().unwrap().starts_with("3."));
    let mut documented = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        documented.extend(keys(methods).into_iter().map(|method| (&**path, method)));
    }
    assert_eq!(documented, ADDRESSES);

    let server = Server::start();
    for (path, method) in ADDRESSES {
        for other in ["get", "post", "put", "delete"] {
            let status = server.ask(&other.to_uppercase(), path, &[]).await.status;
            assert_ne!(status, 404, "{other} {path}");
            assert_eq!(status == 405, other != method, "{other} {path}: {status}");
        }
    }
}

#[tokio::test]
async fn every_status_is_documented_with_the_type_of_its_body() {
    let document = document().await;
    for path in ["/api/v1/responses", "/api/v1/reports"] {
        statuses_of(&document["paths"][path]["post"]["responses"]);
    }
}

fn statuses_of(responses: &Value) {
    // design.md's list; 405 and 408 are what any address can answer.
    assert_eq!(
        keys(responses),
        BTreeSet::from([
            "200", "201", "400", "405", "408", "409", "413", "415", "422", "503"
        ])
    );
    for (status, response) in responses.as_object().unwrap() {
        let right = if status.starts_with('2') {
            "application/json"
        } else {
            "application/problem+json"
        };
        assert_eq!(
            keys(&response["content"]),
            BTreeSet::from([right]),
            "{status}"
        );
    }
    assert!(responses["503"]["headers"]["Retry-After"].is_object());
}

#[tokio::test]
async fn the_schemas_are_the_domains_wire_types() {
    let document = document().await;
    let schemas = &document["components"]["schemas"];

    // A body with every field that the domain knows has the fields of the schema.
    let whole = json!({
        "id": "00112233445566778899aabbccddeeff", "survey": "a", "version": 1,
        "group": "LEIGH10", "test": true,
        "answers": {"a": "x", "b": ["y"], "c": 7, "d": 1.5, "e": {"row": "x"}}
    });
    let read = wire::read(whole.to_string().as_bytes()).unwrap();
    let written = serde_json::to_value(&read).unwrap();
    let response = &schemas["Response"];
    assert_eq!(keys(&response["properties"]), keys(&written));
    assert_eq!(
        response["required"],
        json!(["id", "survey", "version", "answers"])
    );
    assert_eq!(response["additionalProperties"], false);

    let whole = report(1);
    let read = wire::Report::read(whole.to_string().as_bytes()).unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(&read.to_json()).unwrap(),
        whole
    );
    let report = &schemas["Report"];
    assert_eq!(keys(&report["properties"]), keys(&whole));
    assert_eq!(report["required"], json!(["id", "service", "what"]));
    assert_eq!(report["additionalProperties"], false);
    let codes = wire::Wrong::ALL.map(|(_, code, _)| code);
    assert_eq!(schemas["Wrong"]["enum"], json!(codes));

    let problem = ProblemDetails::invalid(vec![wire::FieldProblem::new("/id", "missing", "x")]);
    let written = serde_json::to_value(&problem).unwrap();
    assert_eq!(keys(&schemas["Problem"]["properties"]), keys(&written));
    assert_eq!(
        keys(&schemas["FieldProblem"]["properties"]),
        keys(&written["errors"][0])
    );
    // The set of problems is closed: each name is read by the domain, and there are
    // as many as the domain has.
    let names = schemas["ProblemType"]["enum"].as_array().unwrap();
    for name in names {
        assert!(
            serde_json::from_value::<ProblemType>(name.clone()).is_ok(),
            "{name}"
        );
    }
    let statuses: BTreeSet<u16> = names
        .iter()
        .map(|name| serde_json::from_value::<ProblemType>(name.clone()).unwrap())
        .map(ProblemType::status)
        .collect();
    assert_eq!(statuses.len(), names.len());
    let unknown = serde_json::from_value::<ProblemType>(json!("/problems/none")).unwrap_err();
    let known = unknown.to_string().matches("/problems/").count() - 1;
    assert_eq!(known, names.len(), "{unknown}");
}

/// Each form of an answer that the domain reads is documented, once, and no other is.
#[tokio::test]
async fn the_forms_of_an_answer_are_the_domains() {
    let document = document().await;
    let answer = &document["components"]["schemas"]["Answer"];
    let forms = answer["oneOf"].as_array().unwrap();
    let mut matched = BTreeSet::new();
    for right in [
        json!("x"),
        json!(["y", "z"]),
        json!(7),
        json!(-1.5),
        json!({"row": "x", "other.row": "y"}),
    ] {
        let fitting = forms
            .iter()
            .enumerate()
            .filter(|(_, form)| fits(form, &right));
        let fitting: Vec<usize> = fitting.map(|(index, _)| index).collect();
        assert_eq!(fitting.len(), 1, "{right}");
        matched.extend(fitting);
        assert!(hark_domain::json::take::<Answer>(right).is_ok());
    }
    assert_eq!(matched.len(), forms.len(), "a form that nothing has");
    for wrong in [
        json!(true),
        json!(null),
        json!([1]),
        json!({"row": 1}),
        json!({"row": ["x"]}),
    ] {
        assert!(!forms.iter().any(|form| fits(form, &wrong)), "{wrong}");
        assert!(hark_domain::json::take::<Answer>(wrong).is_err());
    }
}

/// Whether a value fits a schema, as far as the schemas of answers go.
fn fits(schema: &Value, value: &Value) -> bool {
    match (schema["type"].as_str().unwrap(), value) {
        ("string", Value::String(_)) | ("number", Value::Number(_)) => true,
        ("array", Value::Array(items)) => items.iter().all(|item| fits(&schema["items"], item)),
        ("object", Value::Object(fields)) => {
            let field = &schema["additionalProperties"];
            fields.values().all(|value| fits(field, value))
        }
        _ => false,
    }
}

#[tokio::test]
async fn the_examples_are_right() {
    let document = document().await;
    let schemas = &document["components"]["schemas"];
    for name in ["Response", "Stored", "Health", "Problem", "FieldProblem"] {
        let example = &schemas[name]["example"];
        assert!(example.is_object(), "{name} has no example");
        assert!(
            keys(example).is_subset(&keys(&schemas[name]["properties"])),
            "{name}"
        );
    }
    let example = &schemas["Response"]["example"];
    assert!(wire::read(example.to_string().as_bytes()).is_ok());
    let answers = example["answers"].as_object().unwrap();
    for form in schemas["Answer"]["oneOf"].as_array().unwrap() {
        assert!(
            answers.values().any(|answer| fits(form, answer)),
            "no example of {form}"
        );
    }
    let problem = schemas["Problem"]["example"].clone();
    let problem: ProblemDetails = serde_json::from_value(problem).unwrap();
    assert_eq!(problem.kind.status(), problem.status);
}
