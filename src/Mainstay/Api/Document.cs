using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mainstay.Api;

/// <summary>The API as OpenAPI 3.1 describes it, from the same values that make its addresses.</summary>
internal sealed class Document
{
    private const string Intro =
        "Everything Mainstay's pages and its command line do, for programs. Names are camelCase; days are `2026-05-01`, moments are UTC; what is not known is `null`. New members may come in answers; those here stay. " +
        "A request with a member that is not known is refused, so that a typing mistake is not overlooked.";

    private readonly ApiRoutes api;
    private readonly Schemas schemas;

    public Document(ApiRoutes api)
    {
        (this.api, schemas) = (api, new(api.More));
        var paths = new JsonObject();
        foreach (var path in api.All.GroupBy(r => PathOf(r.Path)))
            paths[path.Key] = new JsonObject(path.Select(r => KeyValuePair.Create<string, JsonNode?>(r.Method.ToLowerInvariant(), OperationOf(r))));
        Json = Whole(paths);
        Bytes = JsonSerializer.SerializeToUtf8Bytes(Json, Mainstay.Words.Json.Options);
    }

    public JsonObject Json { get; }

    public byte[] Bytes { get; }

    public static string Version => typeof(Document).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>"/api/people/{id:guid}" is "/api/people/{id}".</summary>
    public static string PathOf(string route) => string.Concat(route.Split('{', '}').Select((part, i) => i % 2 == 0 ? part : "{" + part.Split(':')[0] + "}"));

    private JsonObject Whole(JsonObject paths) => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = "Mainstay",
            ["summary"] = "The people who hold you up",
            ["description"] = Intro,
            ["version"] = Version,
            ["license"] = new JsonObject { ["name"] = "Apache License 2.0", ["identifier"] = "Apache-2.0" },
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = "/", ["description"] = "This server" }),
        ["tags"] = new JsonArray([.. api.All.Select(r => r.Operation.Chapter).Distinct().Select(c => new JsonObject { ["name"] = c })]),
        ["paths"] = paths,
        ["components"] = new JsonObject { ["schemas"] = Shapes(), ["responses"] = Refusals.All(), ["securitySchemes"] = new JsonObject(api.Schemes.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, s.Value()))) },
        ["security"] = new JsonArray([.. api.Schemes.Keys.Select(s => new JsonObject { [s] = new JsonArray() })]),
    };

    private JsonObject Shapes()
    {
        schemas.Of(typeof(ApiProblem));
        ((JsonObject)schemas.Components["ApiProblem"])["required"] = new JsonArray("type", "title", "status", "detail", "code");
        return new(schemas.Components.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Key, c.Value)));
    }

    private JsonObject OperationOf(Route route)
    {
        var operation = route.Operation;
        var described = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["summary"] = operation.Summary,
            ["tags"] = new JsonArray(operation.Chapter),
        };
        if (operation.About is not null) described["description"] = operation.About;
        if (Parameters(route) is { Count: > 0 } parameters) described["parameters"] = parameters;
        if (operation.IsPublic) described["security"] = new JsonArray();
        if (operation.Body is { } body) described["requestBody"] = Body(body);
        described["responses"] = Responses(route);
        return described;
    }

    private JsonArray Parameters(Route route)
    {
        var operation = route.Operation;
        var all = new JsonArray([.. operation.Parameters.Select(ParameterOf)]);
        if (operation.Current is not null) all.Add(Header("If-Match", "Do it only when the version is still this one: the ETag of your last reading.", "\"4f0c2a9be1d37755a1b2c3d4\""));
        if (operation is { IsTagged: true, Writes: false }) all.Add(Header("If-None-Match", "Answer only when it is not this version any more.", "\"4f0c2a9be1d37755a1b2c3d4\""));
        if (route.Method == "POST") all.Add(Header(KeptAnswerActions.Header, "Your own name for this request: sent again within a day, it is answered as the first time and not done again.", "8e03978e-40d5-43dd-bc93-6894a57f9324"));
        return all;
    }

    private JsonObject ParameterOf(Parameter parameter)
    {
        var described = new JsonObject { ["name"] = parameter.Name, ["in"] = parameter.InPath ? "path" : "query", ["description"] = parameter.About };
        if (parameter.InPath) described["required"] = true;
        var schema = parameter.OneOf is { } words ? Schemas.Words(words) : schemas.Of(parameter.Type);
        described["schema"] = parameter.IsList ? new JsonObject { ["type"] = "array", ["items"] = schema } : schema;
        if (parameter.Example is { } example) described["example"] = Node(example);
        return described;
    }

    private static JsonObject Header(string name, string about, string example) =>
        new() { ["name"] = name, ["in"] = "header", ["description"] = about, ["schema"] = new JsonObject { ["type"] = "string" }, ["example"] = example };

    private JsonObject Body(BodyShape body)
    {
        var content = new JsonObject();
        foreach (var type in body.MediaTypes) content[type] = Content(body.Type is null ? null : schemas.Of(body.Type, body.IsPatch ? Way.Patched : Way.Sent), body.Example);
        return new() { ["description"] = body.About, ["required"] = !body.IsOptional, ["content"] = content };
    }

    private JsonObject Responses(Route route)
    {
        var answer = route.Operation.Answer;
        var described = new JsonObject { ["description"] = answer.About };
        if (Headers(route.Operation) is { Count: > 0 } headers) described["headers"] = headers;
        if (answer.MediaTypes.Count > 0)
        {
            var content = new JsonObject();
            foreach (var type in answer.MediaTypes) content[type] = Content(answer.Type is null ? null : schemas.Of(answer.Type), answer.Example);
            described["content"] = content;
        }
        var all = new JsonObject { [Number(answer.Status)] = described };
        foreach (var status in Refusals.Of(route)) all[Number(status)] = new JsonObject { ["$ref"] = "#/components/responses/" + Refusals.NameOf(status) };
        if (route.Operation.Conflicts is { } conflicts) all["409"] = Refusals.Said(conflicts);
        return all;
    }

    private static JsonObject Headers(Operation operation)
    {
        var all = new JsonObject();
        if (operation.Answer.HasLocation) all["Location"] = Said("Where it can be read.");
        if (operation.IsTagged) all["ETag"] = Said("The version, for If-Match and If-None-Match.");
        if (operation.Answer.IsPage) all["Link"] = Said("Where the list goes on, as `rel=\"next\"`.");
        return all;

        static JsonObject Said(string about) => new() { ["description"] = about, ["schema"] = new JsonObject { ["type"] = "string" } };
    }

    private static JsonObject Content(JsonObject? schema, object? example)
    {
        var content = new JsonObject();
        if (schema is not null) content["schema"] = schema;
        if (example is not null) content["example"] = Node(example);
        return content;
    }

    private static JsonNode? Node(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), ApiJson.Written);

    private static string Number(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
