using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>What is known of a person as far as help is concerned.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Strength">How strong the tie is, 0 to 1; the layer stands in for what was not said.</param>
/// <param name="Alive">How surely the tie has not gone dormant, 0 to 1.</param>
public sealed record HelpingPerson(Guid Id, string Name, double Strength, double Alive)
{
    /// <summary>What is left of the willingness of somebody who was asked much, 0 to 1.</summary>
    public double LoadFactor { get; init; } = 1;

    /// <summary>How much they were asked, as a part of what they are good for; more than 1 is too much.</summary>
    public double Utilisation { get; init; }

    /// <summary>Days to wait before a new ask.</summary>
    public double Wait { get; init; }

    /// <summary>How often they were asked of late and for what, where that is seen nowhere else.</summary>
    public IReadOnlyList<Reason> AskedLately { get; init; } = [];

    /// <summary>Where they are now: people of one organization may fail together.</summary>
    public Guid? OrganizationId { get; init; }

    public DateOnly? LastTouchOn { get; init; }

    /// <summary>The owner said that it is over: then nothing that was agreed before keeps it alive.</summary>
    public bool IsOver { get; init; }
}

/// <summary>How surely a person would help with a need: ability × willingness × aliveness, each 0 to 1.</summary>
public sealed record Helper(HelpingPerson Person, Support Support, double Ability, double Willingness, double Alive)
{
    public double Chance => Ability * Willingness * Alive;

    public static Helper Of(HelpingPerson person, Support support, CoverageRules rules) => new(
        person, support,
        rules.AbilityOf(support.Ability),
        Math.Min(1, rules.WillingnessOf(support.Basis, person.Strength)) * person.LoadFactor,
        support.Basis == SupportBasis.Agreed && !person.IsOver ? Math.Max(person.Alive, rules.AliveByAgreement) : person.Alive);

    /// <summary>The three parts, and from what they come.</summary>
    public IReadOnlyList<Reason> Reasons =>
    [
        new("Coverage.Because", NeedWords.Ability(Support.Ability), Support.Reason),
        new("Coverage.Would", Telling.InTen(Willingness)),
        .. Person.LoadFactor < 1 ? (Reason[])[new("Coverage.AskedMuch")] : [],
        Person.IsOver ? new("Rhythm.SaidOver") : Person.LastTouchOn is null ? new("Coverage.AliveUnknown") : new("Coverage.AliveEstimate", Telling.InTen(Alive)),
    ];
}
