namespace Mainstay.Api;

/// <summary>One thing the API can do, as its document describes it. What is said here is also what is kept to: body, answer, tag and cost are looked at before the work begins.</summary>
/// <param name="Id">Its name in the document and in generated clients, camelCase.</param>
/// <param name="Summary">What it does, in a few words.</param>
public sealed record Operation(string Id, string Summary)
{
    /// <summary>The chapter of the document it stands in.</summary>
    public string Chapter { get; init; } = "People";

    /// <summary>What else one should know.</summary>
    public string? About { get; init; }

    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    public BodyShape? Body { get; init; }

    public AnswerShape Answer { get; init; } = new(StatusCodes.Status204NoContent, null, "Done; there is nothing to say.");

    /// <summary>Refusals of its own, beside those every operation may answer with.</summary>
    public IReadOnlyList<(int Status, string About)> Refuses { get; init; } = [];

    public Cost Cost { get; init; }

    /// <summary>It answers to anybody.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Its answer carries a strong ETag.</summary>
    public bool IsTagged { get; init; }

    /// <summary>What is there now, as it would be answered: the work is done only when the caller's If-Match names it.</summary>
    public Func<ApiCall, Task<object>>? Current { get; init; }
}

/// <summary>How much an operation takes out of a visitor's allowance.</summary>
public enum Cost { Read = 0, Write = 1, Heavy = 2 }

/// <summary>A value in the address.</summary>
/// <param name="Name">As it is written there.</param>
/// <param name="Type">What it must be: text, a number, an id, a day, one of an enumeration.</param>
/// <param name="About">What it means.</param>
public sealed record Parameter(string Name, Type Type, string About)
{
    public static readonly Parameter Limit = new("limit", typeof(int), "How many at most, 1 to 200; 50 when not said.") { Example = 50 };

    public static readonly Parameter Cursor = new("cursor", typeof(string), "Where the list goes on: the cursor of the answer before. Cursors are opaque.");

    /// <summary>It is a part of the path, and always there.</summary>
    public bool InPath { get; init; }

    public object? Example { get; init; }

    /// <summary>The only values it may have.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }

    /// <summary>It may be given several times.</summary>
    public bool IsList { get; init; }

    public static Parameter Id(string about, string name = "id") => new(name, typeof(Guid), about) { InPath = true, Example = "01890a5d-ac96-774b-bcce-b302099a8057" };
}

/// <summary>What is sent.</summary>
/// <param name="Type">Its shape when it is JSON.</param>
/// <param name="About">What it means.</param>
public sealed record BodyShape(Type? Type, string About)
{
    public const string Json = "application/json", Patch = "application/merge-patch+json", Form = "multipart/form-data";

    public IReadOnlyList<string> MediaTypes { get; init; } = [Json];

    public object? Example { get; init; }

    public long MostBytes { get; init; } = 4_000_000;

    /// <summary>It may be left out.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>What is answered when all is well.</summary>
/// <param name="Status">With which status.</param>
/// <param name="Type">Its shape when it is JSON; null when there is none.</param>
/// <param name="About">What it means.</param>
public sealed record AnswerShape(int Status, Type? Type, string About)
{
    public IReadOnlyList<string> MediaTypes { get; init; } = Type is null ? [] : [BodyShape.Json];

    public object? Example { get; init; }

    /// <summary>Where something was made.</summary>
    public bool HasLocation => Status == StatusCodes.Status201Created;

    /// <summary>It is a part of a list that goes on.</summary>
    public bool IsPage { get; init; }

    public static AnswerShape Of<T>(string about) => new(StatusCodes.Status200OK, typeof(T), about);

    public static AnswerShape Made<T>(string about) => new(StatusCodes.Status201Created, typeof(T), about);

    public static AnswerShape PageOf<T>(string about) => new(StatusCodes.Status200OK, typeof(Page<T>), about) { IsPage = true };
}
