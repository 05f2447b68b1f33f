using System.ComponentModel;
using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>The whole network, as programs are told of it.</summary>
public sealed record WholeNetworkAnswer(
    DateOnly On,
    [property: Description("The days of `strengths`: the last days of the months before, and the day itself.")] IReadOnlyList<DateOnly> Months,
    [property: Description("Everybody; links and circles name them by their place in this list, from 0.")] IReadOnlyList<NetworkPersonAnswer> People,
    [property: Description("Who of them know each other.")] IReadOnlyList<NetworkLinkAnswer> Links,
    [property: Description("People who know each other better than others, the largest circle first.")] IReadOnlyList<NetworkCircleAnswer> Circles,
    [property: Description("From what it is drawn, in words.")] string InWords)
{
    public static WholeNetworkAnswer Of(NetworkView view) => new(view.On, view.Months,
        [.. view.People.Select(p => NetworkPersonAnswer.Of(p, view))],
        [.. view.Links.Select(l => new NetworkLinkAnswer(l.First, l.Second, l.Strength, l.IsSaid))],
        [.. view.Groups.Select(g => new NetworkCircleAnswer(g.Around, g.People))],
        NetworkWords.Basis(view).InWords());
}

/// <summary>Somebody in the network.</summary>
public sealed record NetworkPersonAnswer(
    Guid Id, string Name, string? Layer,
    [property: Description("What they are to you now, the main role first.")] IReadOnlyList<string> Roles,
    [property: Description("Where they are now.")] IReadOnlyList<string> Organizations,
    [property: Description("Which needs they can meet, what they can meet best first.")] IReadOnlyList<Guid> Needs,
    [property: Description("The kind of support they can give best.")] SupportKind? Kind,
    [property: Description("The place of their circle in `circles`; null when nobody is known to know them.")] int? Circle,
    [property: Description("How strong your tie is now, per cent.")] int Strength,
    [property: Description("How strong it was on each of the days of `months`, per cent; empty when it never was.")] IReadOnlyList<int> Strengths)
{
    public static NetworkPersonAnswer Of(NetworkPerson person, NetworkView view) => new(person.Id, person.Name, TieAnswer.LayerName(person.Layer),
        person.Roles, [.. person.Places.Select(p => p.Name)], [.. person.Supports.Select(s => s.NeedId)], person.Kind, person.Group, person.Strength, [.. person.Strengths.Select(s => (int)s)]);
}

/// <summary>Two who know each other.</summary>
public sealed record NetworkLinkAnswer(
    [property: Description("The place of the one in `people`.")] int First, [property: Description("The place of the other.")] int Second,
    [property: Description("How well, per cent.")] int Strength, [property: Description("You said it; else it is seen by signs.")] bool Said);

/// <summary>People who know each other better than others.</summary>
public sealed record NetworkCircleAnswer([property: Description("The place of who has most in common with it.")] int Around, [property: Description("Their places in `people`.")] IReadOnlyList<int> People);
