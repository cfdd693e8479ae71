using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lind.Web.Api.Description;

/// <summary>One API described: the source of its OpenAPI document and of its page.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Text">What it is for.</param>
/// <param name="Base">The path before every operation's own.</param>
/// <param name="Operations">What it can be asked.</param>
/// <param name="IsProblem">Whether refusals are problem details rather than plain text.</param>
internal sealed record ApiDescription(
    string Title, string Text, string Base, bool IsProblem, IReadOnlyList<ApiOperation> Operations)
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private byte[]? _document;

    /// <summary>The OpenAPI 3.1 document, written once.</summary>
    public ReadOnlyMemory<byte> Document => _document ??= Encoding.UTF8.GetBytes(Write().ToJsonString(Indented) + "\n");

    private JsonObject Write()
    {
        var paths = new JsonObject();
        foreach (var operation in Operations)
        {
            var path = paths[operation.Path] as JsonObject ?? [];
            path[operation.Method] = Write(operation);
            paths[operation.Path] = path;
        }

        return new()
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = Title, ["description"] = Text, ["version"] = LindVersion.Text },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = Base }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = ApiSchemas.Of(Operations) },
        };
    }

    private JsonObject Write(ApiOperation operation)
    {
        var responses = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "OK",
                ["headers"] = new JsonObject(Headers(operation).Select(header => KeyValuePair.Create(header.Item1, (JsonNode?)new JsonObject
                {
                    ["description"] = header.Item2,
                    ["schema"] = new JsonObject { ["type"] = "string" },
                }))),
                ["content"] = Content(operation.Answers),
            },
        };
        if (operation.IsTagged)
        {
            responses["304"] = new JsonObject { ["description"] = "Not modified since the ETag given" };
        }

        responses["400"] = Refusal("A parameter is unknown or wrong");
        if (operation.NamesOneStudy)
        {
            responses.Insert(1, "301", new JsonObject { ["description"] = "The id is a former one: moved" });
        }

        if (operation.NotFound is { } missing)
        {
            responses["404"] = Refusal(missing);
        }

        if (operation.Body is not null)
        {
            responses["413"] = Refusal("The body is too long");
            responses["415"] = Refusal("The body has another form");
        }

        responses["401"] = PlainRefusal("The server asks for an API key");
        responses["429"] = PlainRefusal("Too many requests in a minute, where the server sets a limit");
        responses["503"] = PlainRefusal("The request took too long and was stopped, or its answer is not ready yet");

        var written = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["summary"] = operation.Summary,
            ["parameters"] = new JsonArray([.. operation.Parameters.Select(Write)]),
        };
        if (operation.Body is { } body)
        {
            written["requestBody"] = new JsonObject
            {
                ["description"] = body.Text,
                ["required"] = true,
                ["content"] = Content(body.Forms),
            };
        }

        written["responses"] = responses;
        return written;
    }

    private static IEnumerable<(string, string)> Headers(ApiOperation operation) => operation.IsTagged
        ? operation.Headers.Prepend(("ETag", "Names the state of what is answered."))
        : operation.Headers;

    private static JsonObject Content(IEnumerable<ApiAnswer> forms) => new(forms.Select(form => KeyValuePair.Create(
        form.ContentType, (JsonNode?)new JsonObject { ["schema"] = ApiSchemas.Reference(form.Schema) })));

    private JsonObject Refusal(string text) => new()
    {
        ["description"] = text,
        ["content"] = IsProblem
            ? new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = ApiSchemas.Reference("Problem") } }
            : PlainText(),
    };

    // What the server says before any API is asked.
    private static JsonObject PlainRefusal(string text) => new() { ["description"] = text, ["content"] = PlainText() };

    private static JsonObject PlainText() =>
        new() { ["text/plain"] = new JsonObject { ["schema"] = ApiSchemas.Reference("Text") } };

    private static JsonObject Write(ApiParameter parameter)
    {
        var written = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = parameter.IsPath ? "path" : "query",
            ["description"] = parameter.Text,
        };
        if (parameter.IsRequired)
        {
            written["required"] = true;
        }

        if (parameter.Type == "list")
        {
            written["style"] = "pipeDelimited";
            written["explode"] = false;
            written["schema"] = new JsonObject { ["type"] = "array", ["items"] = Schema(parameter, "string") };
        }
        else
        {
            written["schema"] = Schema(parameter, parameter.Type);
        }

        return written;
    }

    private static JsonObject Schema(ApiParameter parameter, string type)
    {
        var schema = new JsonObject { ["type"] = type };
        if (parameter.Choices.Count > 0)
        {
            schema["enum"] = new JsonArray([.. parameter.Choices]);
        }

        if (parameter.Pattern is not null)
        {
            schema["pattern"] = parameter.Pattern;
        }

        if (parameter.Least is { } least)
        {
            schema["minimum"] = least;
        }

        if (parameter.Most is { } most)
        {
            schema["maximum"] = most;
        }

        if (parameter.Default is { } given)
        {
            schema["default"] = type == "string" ? JsonValue.Create(given) : JsonNode.Parse(given);
        }

        return schema;
    }
}
