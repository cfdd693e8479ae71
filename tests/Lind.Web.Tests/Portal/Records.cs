using System.Text;
using System.Text.Json.Nodes;
using Lind.Studies;
using Lind.Studies.Json;
using Lind.Web.Portal;

namespace Lind.Web.Tests.Portal;

/// <summary>Records and views for the portal's tests; each test says only what it is about.</summary>
internal static class Records
{
    public static readonly DateOnly Today = new(2026, 6, 1);

    public static readonly Words English = Words.Load("en");

    /// <summary>A study view from the protocol's modules as JSON.</summary>
    public static StudyView View(string protocolModules, string rest = "") => new()
    {
        Study = StudyJson.Read(Encoding.UTF8.GetBytes(Json(1, protocolModules, rest))),
        Today = Today,
    };

    /// <summary>A record, on one line, with these modules beside its identification.</summary>
    public static string Json(int number, string protocolModules, string rest = "", string title = "A study of tests") => JsonNode.Parse($$"""
        {"protocolSection":{"identificationModule":{"nctId":"NCT{{number:D8}}","briefTitle":"{{title}}"}{{Comma(protocolModules)}}}{{Comma(rest)}}}
        """)!.ToJsonString();

    private static string Comma(string modules) => string.IsNullOrWhiteSpace(modules) ? "" : "," + modules;
}
