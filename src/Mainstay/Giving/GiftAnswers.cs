using System.ComponentModel;
using Mainstay.Exchange;
using Mainstay.Introductions;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Giving;

/// <summary>Something given back, as programs are told of it.</summary>
public sealed record GiftAnswer(Guid Id, GiftKind Kind, string What)
{
    [Description("For whom; null when nobody is said, or they are gone.")]
    public PersonLine? Person { get; init; }

    public Guid? OrganizationId { get; init; }

    [Description("For which organization or group, by name.")]
    public string? ForWhom { get; init; }

    [Description("The day, or the first of them.")]
    public DateOnly Since { get; init; }

    [Description("The last day; null while it goes on.")]
    public DateOnly? Until { get; init; }

    public double? Hours { get; init; }

    [Description("What became of it.")]
    public string? Became { get; init; }

    [Description("In what way, for whom and when, in words.")]
    public string Sentence { get; init; } = "";

    public static GiftAnswer Of(GiftLine line, DateOnly today) => new(line.It.Id, line.It.Kind, line.It.What)
    {
        Person = line.Person,
        OrganizationId = line.Organization is null ? null : line.It.OrganizationId,
        ForWhom = line.For,
        Since = line.It.Since,
        Until = line.It.Until,
        Hours = line.It.Minutes is { } minutes ? Math.Round(minutes / 60.0, 2) : null,
        Became = line.It.Became,
        Sentence = string.Join(" · ", GiftWords.Line(line, today).Select(r => r.InWords())),
    };
}

/// <summary>Something given back, as programs write it.</summary>
public sealed record GiftFields
{
    public GiftKind Kind { get; init; } = GiftKind.Other;

    [Description("What it is.")]
    public required string What { get; init; }

    public Guid? PersonId { get; init; }

    [Description("An organization or a group, by name; one that you keep is meant when it is called exactly so.")]
    public string? ForWhom { get; init; }

    [Description("The day, or the first of them; today when not said.")]
    public DateOnly? Since { get; init; }

    [Description("The last day; the first when not said, unless it goes on.")]
    public DateOnly? Until { get; init; }

    public bool GoesOn { get; init; }

    public double? Hours { get; init; }

    [Description("What became of it.")]
    public string? Became { get; init; }

    public NewGift ToNew() => new() { Kind = Kind, What = What, PersonId = PersonId, ForWhom = ForWhom, Since = Since, Until = Until, GoesOn = GoesOn, Hours = Hours, Became = Became };
}

/// <summary>What became of something given back.</summary>
public sealed record GiftBecameFields([property: Description("In a sentence; empty takes it away.")] string? What);

/// <summary>Since when something is over.</summary>
public sealed record GiftEndFields
{
    [Description("The last day; today when not said.")]
    public DateOnly? Until { get; init; }
}

/// <summary>A favour given or an introduction made, as its own room tells it.</summary>
public sealed record GivenElsewhereAnswer([property: Description("A favour's or an introduction's.")] Guid Id, string Sentence, DateOnly On);

/// <summary>All that is given back, as programs are told of it.</summary>
public sealed record GivenBackAnswer(
    [property: Description("What goes on first, then the latest.")] IReadOnlyList<GiftAnswer> Items,
    [property: Description("People with the role of a mentee to whom nothing that goes on is noted.")] IReadOnlyList<PersonLine> Mentees,
    [property: Description("The latest favours you gave.")] IReadOnlyList<GivenElsewhereAnswer> Favours,
    [property: Description("The latest introductions you made that both wanted; each is noted as a favour, too.")] IReadOnlyList<GivenElsewhereAnswer> Introductions)
{
    public static GivenBackAnswer Of(GivenBack back, DateOnly today) => new([.. back.Gifts.Select(g => GiftAnswer.Of(g, today))], back.Mentees, [.. back.Favours.Select(Favour)], [.. back.Introductions.Select(Introduction)]);

    private static GivenElsewhereAnswer Favour(FavourLine line) => new(line.Favour.Id, Speech.Say("Giving.FavourLine", line.Favour.What, line.Name), line.Favour.On);

    private static GivenElsewhereAnswer Introduction(IntroductionLine line) => new(line.It.Id, Speech.Say("Giving.IntroducedLine", line.First, line.Second), line.It.OpenedOn!.Value);
}
