using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mainstay.Matching;
using Mainstay.Words;

namespace Mainstay.Rounds;

/// <summary>A draft as it is kept until it is published or run again: nobody is told of it.</summary>
/// <param name="Of">Of which sign-ups it is: when they change, it is stale.</param>
/// <param name="Pairs">Who would be offered to whom.</param>
/// <param name="Groups">Who would come together, where there are no sides.</param>
/// <param name="Alone">Who has nobody, and why.</param>
public sealed record KeptDraft(string Of, IReadOnlyList<KeptPair> Pairs, IReadOnlyList<KeptGroup> Groups, IReadOnlyList<KeptAlone> Alone)
{
    public WayOfPairing? Chosen { get; init; }

    public WayOfPairing? Other { get; init; }

    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    public bool IsEmpty => Pairs.Count == 0 && Groups.Count == 0;

    public static KeptDraft? Read(string? kept) => kept is null ? null : JsonSerializer.Deserialize<KeptDraft>(kept, Json.OneLine);

    /// <summary>By which a draft is told from any other.</summary>
    public static string? MarkOf(string? kept) => kept is null ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(kept)))[..24];

    public string Write() => JsonSerializer.Serialize(this, Json.OneLine);
}

/// <summary>What a host means to publish.</summary>
/// <param name="Round">Of which round.</param>
/// <param name="Mark">The mark of the draft they saw; null when it is whichever there is.</param>
public sealed record DraftSeen(Guid Round, string? Mark);

public sealed record KeptPair(Guid Mentee, Guid Mentor, double Score, int Rank, IReadOnlyList<KeptReason> Reasons);

/// <param name="Members">Who.</param>
/// <param name="Reasons">What they bring to each other.</param>
public sealed record KeptGroup(IReadOnlyList<Guid> Members, IReadOnlyList<KeptReason> Reasons);

public sealed record KeptAlone(Guid Member, KeptReason Why);

/// <summary>A reason as it is kept: said in the language of whoever reads it later.</summary>
public sealed record KeptReason(string Key, IReadOnlyList<JsonElement> Inputs)
{
    /// <summary>Criteria of ours are named in the reader's language.</summary>
    private static readonly HashSet<string> Named = [RoundCast.Times, RoundCast.Organization, RoundCast.Style];

    public static KeptReason Of(Reason reason) => new(reason.Key, [.. reason.Inputs.Select(i => JsonSerializer.SerializeToElement(i, Json.OneLine))]);

    public Reason ToReason() => new(Key, [.. Inputs.Select((i, at) => at == 0 && i.ValueKind == JsonValueKind.String && Named.Contains(i.GetString()!) ? new Reason("Rounds.Criterion_" + i.GetString()) : Value(i))]);

    public static string Write(IEnumerable<KeptReason> reasons) => JsonSerializer.Serialize(reasons, Json.OneLine);

    public static IReadOnlyList<Reason> Read(string kept) => [.. JsonSerializer.Deserialize<KeptReason[]>(kept, Json.OneLine)!.Select(r => r.ToReason())];

    private static object? Value(JsonElement input) => input.ValueKind switch
    {
        JsonValueKind.String => input.GetString(),
        JsonValueKind.Number when input.TryGetInt32(out var number) => number,
        JsonValueKind.Number => input.GetDouble(),
        JsonValueKind.Array => input.EnumerateArray().Select(e => e.ToString()).ToList(),
        _ => null,
    };
}
