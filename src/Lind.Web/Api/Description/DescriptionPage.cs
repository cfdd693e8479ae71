using System.Net;
using System.Text;

namespace Lind.Web.Api.Description;

/// <summary>An API as a page: every operation with its parameters, and a form to try it. Plain HTML, no script.</summary>
internal static class DescriptionPage
{
    public const string Style = """
        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
        h2 { margin-top: 2.5rem; border-top: 1px solid #8888; padding-top: 1rem; }
        code { font-family: ui-monospace, monospace; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #8884; }
        input { width: 100%; font: inherit; box-sizing: border-box; }
        button { font: inherit; margin: .6rem 0; padding: .3rem 1rem; }
        """;

    public static byte[] Write(ApiDescription api, IEnumerable<(string Title, string Path)> others)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">")
            .Append("<link rel=\"stylesheet\" href=\"/api/docs.css\"><title>").Append(Safe(api.Title))
            .Append("</title></head><body>\n<header><nav><a href=\"/\">Lind</a>");
        foreach (var (title, path) in others)
        {
            page.Append(" · <a href=\"").Append(path).Append("\">").Append(Safe(title)).Append("</a>");
        }

        page.Append("</nav></header>\n<main><h1>").Append(Safe(api.Title)).Append("</h1><p>").Append(Safe(api.Text))
            .Append("</p><p><a href=\"").Append(api.Base).Append("/openapi.json\">OpenAPI 3.1 document</a></p>\n<ul>");
        foreach (var operation in api.Operations)
        {
            page.Append("<li><a href=\"#").Append(operation.Id).Append("\"><code>").Append(Safe(api.Base + operation.Path))
                .Append("</code></a> ").Append(Safe(operation.Summary)).Append("</li>\n");
        }

        page.Append("</ul>\n");
        foreach (var operation in api.Operations)
        {
            Write(page, api, operation);
        }

        return Encoding.UTF8.GetBytes(page.Append("</main></body></html>\n").ToString());
    }

    private static void Write(StringBuilder page, ApiDescription api, ApiOperation operation)
    {
        page.Append("<section id=\"").Append(operation.Id).Append("\"><h2><code>")
            .Append(operation.Method.ToUpperInvariant()).Append(' ').Append(Safe(api.Base + operation.Path)).Append("</code></h2><p>").Append(Safe(operation.Summary))
            .Append(". Answers ").Append(Safe(string.Join(", ", operation.Answers.Select(answer => answer.ContentType))))
            .Append(".</p>\n");
        if (operation.Body is { } body)
        {
            page.Append("<p>Body: ").Append(Safe(body.Text)).Append(' ')
                .Append(Safe(string.Join(", ", body.Forms.Select(form => form.ContentType)))).Append(".</p>\n");
        }

        var isForm = operation is { NamesOneStudy: false, Body: null };
        page.Append(isForm ? $"<form action=\"{Safe(api.Base + operation.Path)}\">" : "").Append("<table>\n");
        foreach (var parameter in operation.Parameters)
        {
            Write(page, operation, parameter, isForm);
        }

        page.Append("</table>").Append(isForm ? "<button>Try it</button></form>" : "").Append("</section>\n");
    }

    private static void Write(StringBuilder page, ApiOperation operation, ApiParameter parameter, bool isForm)
    {
        var id = Safe(operation.Id + "-" + parameter.Name);
        page.Append("<tr><th scope=\"row\"><label for=\"").Append(id).Append("\"><code>").Append(Safe(parameter.Name))
            .Append("</code></label><br>").Append(parameter.Type).Append("</th><td>").Append(Safe(parameter.Text));
        if (parameter.Choices.Count > 0)
        {
            page.Append("<br>").Append(Safe(string.Join(", ", parameter.Choices)));
        }

        if (parameter.Default is not null)
        {
            page.Append("<br>Default: ").Append(Safe(parameter.Default));
        }

        if (isForm)
        {
            page.Append("<br><input id=\"").Append(id).Append("\" name=\"").Append(Safe(parameter.Name)).Append("\">");
        }

        page.Append("</td></tr>\n");
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
