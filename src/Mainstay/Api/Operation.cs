namespace Mainstay.Api;

/// <summary>One thing the API can do, as its document describes it. What is said here is also what is kept to: body, answer and tag are looked at before the work begins.</summary>
/// <param name="Id">Its name in the document and in generated clients, camelCase.</param>
/// <param name="Summary">What it does, in a few words.</param>
public sealed record Operation(string Id, string Summary)
{
    /// <summary>The chapter of the document it stands in.</summary>
    public required string Chapter { get; init; }

    /// <summary>What else one should know.</summary>
    public string? About { get; init; }

    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    public BodyShape? Body { get; init; }

    public AnswerShape Answer { get; init; } = new(StatusCodes.Status204NoContent, null, "Done; there is nothing to say.");

    /// <summary>A refusal of its own (409), beside those every operation may answer with.</summary>
    public string? Conflicts { get; init; }

    /// <summary>It changes something.</summary>
    public bool Writes { get; init; }

    /// <summary>It concerns the account itself, whatever space it looks at: who may only read there may do it all the same.</summary>
    public bool IsOfAccount { get; init; }

    /// <summary>It is the owner's alone: to who was let into their network it is not there.</summary>
    public bool IsOwnersOnly { get; init; }

    /// <summary>It is for those who host a circle: to other members it is not there.</summary>
    public bool IsHostsOnly { get; init; }

    /// <summary>Its answer holds a secret that is kept nowhere: sent twice, it is done twice.</summary>
    public bool HasSecret { get; init; }

    /// <summary>It answers to anybody.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Its answer carries a strong ETag.</summary>
    public bool IsTagged { get; init; }

    /// <summary>What is there now, as it would be answered, or its bytes when it is no JSON: when the caller's If-Match does not name it, nothing is done.</summary>
    public Func<ApiCall, Task<object>>? Current { get; init; }
}

/// <summary>A value in the address.</summary>
/// <param name="Name">As it is written there.</param>
/// <param name="Type">What it must be: text, a number, an id, a day, one of an enumeration.</param>
/// <param name="About">What it means.</param>
public sealed record Parameter(string Name, Type Type, string About)
{
    public static readonly Parameter Limit = new("limit", typeof(int), $"How many at most, 1 to {Paging.Most}; {Paging.Usual} when not said.") { Example = 50 };

    public static readonly Parameter Cursor = new("cursor", typeof(string), "Where the list goes on: the cursor in `next` of the answer before. Cursors are opaque.");

    /// <summary>It is a part of the path, and always there.</summary>
    public bool InPath { get; init; }

    /// <summary>It may be given several times.</summary>
    public bool IsList { get; init; }

    public object? Example { get; init; }

    /// <summary>The only values it may have.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }

    public static Parameter Id(string about, string name = "id") => new(name, typeof(Guid), about) { InPath = true, Example = "019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01" };
}

/// <summary>What is sent.</summary>
/// <param name="Type">Its shape when it is JSON.</param>
/// <param name="About">What it means.</param>
public sealed record BodyShape(Type? Type, string About)
{
    public const string Json = "application/json", Patch = "application/merge-patch+json";

    public IReadOnlyList<string> MediaTypes { get; init; } = [Json];

    public object? Example { get; init; }

    public long MostBytes { get; init; } = 1_000_000;

    /// <summary>It is too large to be kept in memory: the operation reads it bit by bit.</summary>
    public bool IsLarge { get; init; }

    /// <summary>It may be left out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>A part of the shape is enough: what is not named stays, what is null is taken away.</summary>
    public bool IsPatch => MediaTypes.Contains(Patch);

    public static BodyShape Of<T>(string about, object example) => new(typeof(T), about) { Example = example };

    /// <summary>Changes to a shape, as RFC 7396 writes them; plain JSON is read so too.</summary>
    public static BodyShape PatchOf<T>(string about, object example) => new(typeof(T), about) { Example = example, MediaTypes = [Patch, Json] };
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

    public static AnswerShape Of<T>(string about, object? example = null) => new(StatusCodes.Status200OK, typeof(T), about) { Example = example };

    public static AnswerShape Made<T>(string about, object? example = null) => new(StatusCodes.Status201Created, typeof(T), about) { Example = example };

    public static AnswerShape PageOf<T>(string about, T? example = null) where T : class =>
        new(StatusCodes.Status200OK, typeof(Page<T>), about) { IsPage = true, Example = example is null ? null : new Page<T> { Items = [example] } };
}

/// <summary>A member that a later room adds to a shape.</summary>
/// <param name="Name">As JSON has it.</param>
/// <param name="Type">Of what it is.</param>
/// <param name="About">What it means.</param>
public sealed record Member(string Name, Type Type, string About)
{
    /// <summary>It may be null: nothing is known.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>The only values it has.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }
}
