using System.ComponentModel;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Needs;

/// <summary>A need with its supporters, as programs are told of it.</summary>
public sealed record NeedAnswer(Guid Id, SupportKind Kind, string Topic, int Importance, DateOnly? NeededBy, bool IsSkill, Guid? GoalId, DateOnly? ClosedOn, IReadOnlyList<SupporterAnswer> Supporters)
{
    public static NeedAnswer Of(Need need, IEnumerable<Support> supporters) =>
        new(need.Id, need.Kind, need.Topic, need.Importance, need.NeededBy, need.IsSkill, need.GoalId, need.ClosedOn, [.. supporters.Select(SupporterAnswer.Of)]);
}

/// <summary>Who can meet a need, how well, and from what that is known.</summary>
public sealed record SupporterAnswer(
    Guid Id, string Name, Ability Ability,
    [property: Description("`said` by you, `agreed` by them, or `inferred` from roles, topics and favours.")] SupportBasis How,
    [property: Description("The same in words.")] string Why, DateOnly? Until, string? Scope)
{
    public static SupporterAnswer Of(Support support) => new(support.PersonId, support.Name, support.Ability, support.Basis, support.Reason.InWords(), support.Until, support.Scope);
}

/// <summary>A need, as programs write it.</summary>
public sealed record NeedFields
{
    public required SupportKind Kind { get; init; }

    [Description("With what: a few words.")]
    public required string Topic { get; init; }

    [Description("1 to 5; 3 when not said.")]
    public int Importance { get; init; } = Need.UsualImportance;

    public DateOnly? NeededBy { get; init; }

    [Description("It is a skill you want to grow.")]
    public bool IsSkill { get; init; }

    [Description("The goal it is for.")]
    public Guid? GoalId { get; init; }

    public NewNeed ToNeed() => new() { Kind = Kind, Topic = Topic, Importance = Importance, NeededBy = NeededBy, IsSkill = IsSkill, GoalId = GoalId };

    public static NeedFields Of(Need need) => new() { Kind = need.Kind, Topic = need.Topic, Importance = need.Importance, NeededBy = need.NeededBy, IsSkill = need.IsSkill, GoalId = need.GoalId };
}

/// <summary>What the owner says of somebody for a need, as programs write it.</summary>
public sealed record SupporterFields
{
    [Description("Null when only the agreement changes.")]
    public Ability? Ability { get; init; }

    [Description("`true`: they agreed to help with this. `false`: no longer.")]
    public bool? Agreed { get; init; }

    [Description("The last day of what they agreed to; goes with `agreed`.")]
    public DateOnly? Until { get; init; }

    [Description("What they agreed to; goes with `agreed`.")]
    public string? Scope { get; init; }
}

/// <summary>A goal, as programs are told of it.</summary>
public sealed record GoalAnswer(Guid Id, string Text, DateOnly? DueOn, DateOnly? ReachedOn, [property: Description("The needs that are for it.")] IReadOnlyList<Guid> Needs)
{
    public static GoalAnswer Of(GoalLine line) => new(line.Goal.Id, line.Goal.Text, line.Goal.DueOn, line.Goal.ReachedOn, [.. line.Needs.Select(n => n.Id)]);
}

/// <summary>A goal, as programs write it.</summary>
public sealed record GoalFields
{
    public required string Text { get; init; }

    public DateOnly? DueOn { get; init; }

    [Description("`true`: it is reached today; `false`: it is not reached after all.")]
    public bool? Reached { get; init; }

    public NewGoal ToGoal() => new(Text, DueOn);
}

/// <summary>An offer, as programs are told of it.</summary>
public sealed record OfferAnswer(Guid Id, string Text, string? ForWhom)
{
    public static OfferAnswer Of(Offer offer) => new(offer.Id, offer.Text, offer.ForWhom);
}

/// <summary>An offer, as programs write it.</summary>
public sealed record OfferFields
{
    public required string Text { get; init; }

    [Description("To whom: a few words.")]
    public string? ForWhom { get; init; }

    public NewOffer ToOffer() => new(Text, ForWhom);
}

/// <summary>Needs as examples.</summary>
internal static class NeedsExamples
{
    public static readonly NeedAnswer Need = new(new("0197a3c2-0000-7000-8000-000000000071"), SupportKind.Knowledge, "Pricing for clinics", 4, new DateOnly(2026, 9, 1), false, null, null,
        [new(RhythmExamples.Grace.Id, RhythmExamples.Grace.Name, Ability.Good, SupportBasis.Said, "You said so on 1 May 2026.", null, null)]);

    public static readonly GoalAnswer Goal = new(new("0197a3c2-0000-7000-8000-000000000072"), "Ten paying clinics", new DateOnly(2026, 12, 31), null, [Need.Id]);

    public static readonly OfferAnswer Offer = new(new("0197a3c2-0000-7000-8000-000000000073"), "A page of feedback on your landing page", "founders in their first year");
}
