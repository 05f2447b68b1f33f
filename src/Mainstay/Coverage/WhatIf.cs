using Mainstay.Needs;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>What somebody asks the map: how it would be without a person, or with one more for a need.</summary>
public sealed record WhatIfAsked(Guid? Without = null, Guid? With = null, Guid? Need = null)
{
    public Ability Ability { get; init; } = Ability.Good;

    public bool IsAsked => Without is not null || (With is not null && Need is not null);
}

/// <summary>What would change.</summary>
/// <param name="Sentence">In one sentence.</param>
/// <param name="Before">The coverage of all needs now; null without a need.</param>
/// <param name="After">What it would be.</param>
/// <param name="Changes">Each need that would be covered otherwise.</param>
public sealed record WhatIf(Reason Sentence, double? Before, double? After, IReadOnlyList<NeedChange> Changes)
{
    public static WhatIf Between(SupportMap now, SupportMap then, IReadOnlyDictionary<Guid, string> names, WhatIfAsked asked)
    {
        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) ?? throw new NotFound("People.NotThere") : null;
        var after = then.Needs.ToDictionary(c => c.Need.Id);
        var changes = now.Needs.Where(c => c.Coverage != after[c.Need.Id].Coverage).Select(c => new NeedChange(c, after[c.Need.Id])).OrderByDescending(c => Math.Abs(c.Difference)).ToList();
        var need = now.Needs.FirstOrDefault(c => c.Need.Id == asked.Need)?.Need.Topic;
        var sentence = (Name(asked.Without), Name(asked.With)) switch
        {
            ({ } without, { } with) => new Reason("Coverage.IfBoth", without, with, need),
            ({ } without, null) => new("Coverage.IfWithout", without),
            var (_, with) => new("Coverage.IfWith", with, need),
        };
        return new(sentence, now.Overall, then.Overall, changes);
    }
}

/// <summary>A need that would be covered otherwise.</summary>
public sealed record NeedChange(NeedCover Before, NeedCover After)
{
    public double Difference => After.Coverage - Before.Coverage;

    public Reason InWords => new(Difference < 0 ? "Coverage.FallsTo" : "Coverage.RisesTo", Before.Need.Topic, Before.InWords, After.InWords);
}
