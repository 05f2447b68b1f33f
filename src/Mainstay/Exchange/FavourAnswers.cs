using System.ComponentModel;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>A favour, as programs are told of it.</summary>
public sealed record FavourAnswer(Guid Id, PersonLine Person, Way Way, string What, Weight Weight, DateOnly On, SupportKind? Kind, string? Topic, Guid? NeedId, [property: Description("The ask it came from.")] Guid? AskId)
{
    public static FavourAnswer Of(FavourLine line) => new(line.Favour.Id, new(line.Favour.PersonId, line.Name), line.Favour.Way, line.Favour.What, line.Favour.Weight, line.Favour.On, line.Favour.Kind, line.Favour.Topic, line.Favour.NeedId, line.Favour.AskId);
}

/// <summary>A favour, as programs write it.</summary>
public sealed record FavourFields
{
    public required Guid PersonId { get; init; }

    [Description("`given` by you, or `received`.")]
    public required Way Way { get; init; }

    public required string What { get; init; }

    [Description("`normal` when not said.")]
    public Weight? Weight { get; init; }

    [Description("The day; today when not said.")]
    public DateOnly? On { get; init; }

    public SupportKind? Kind { get; init; }

    [Description("What it was about.")]
    public string? Topic { get; init; }

    public Guid? NeedId { get; init; }

    [Description("What they had said that they need, and need no more.")]
    public Guid? WishId { get; init; }

    public NewFavour ToFavour() => new() { PersonId = PersonId, Way = Way, What = What, Weight = Weight ?? Exchange.Weight.Normal, On = On, Kind = Kind, Topic = Topic, NeedId = NeedId, WishId = WishId };
}

/// <summary>What went to and fro with a person, and how much they were asked of late.</summary>
public sealed record ExchangeAnswer(
    PersonLine Person, IReadOnlyList<FavourAnswer> Favours, [property: Description("How it stands, in a sentence.")] string Balance,
    [property: Description("What to think of before a new ask, in sentences. They warn and block nothing.")] IReadOnlyList<string> Hints,
    [property: Description("What they carry of your asks.")] double Load, [property: Description("What somebody of their layer is good for.")] double Capacity, [property: Description("Days to wait before a new ask of the usual weight.")] int Wait)
{
    public static ExchangeAnswer Of(PersonLine person, IReadOnlyList<FavourLine> favours, AskLoad load, DateOnly today)
    {
        var balance = Exchange.Balance.Between(favours.Select(f => f.Favour), today);
        return new(person, [.. favours.Select(FavourAnswer.Of)], balance.InWords(person.Name).InWords(), [.. load.Hints(person.Name, Weight.Normal).Concat(balance.Hints(person.Name)).Select(h => h.InWords())],
            Math.Round(load.Load, 2), load.Capacity, (int)Math.Ceiling(load.Wait));
    }
}

/// <summary>What a person told that they need, as programs are told of it.</summary>
public sealed record WishAnswer(Guid Id, PersonLine Person, string Text, DateOnly SaidOn, DateOnly? ClosedOn, [property: Description("What you offer that may meet it.")] string? Offer)
{
    public static WishAnswer Of(WishLine line) => new(line.Wish.Id, new(line.Wish.PersonId, line.Name), line.Wish.Text, line.Wish.SaidOn, line.Wish.ClosedOn, line.Offer?.Text);
}

public sealed record WishFields(Guid PersonId, string Text, [property: Description("The day they said it; today when not said.")] DateOnly? On = null);

public sealed record WishChangeFields([property: Description("`true`: they need it no more; `false`: they do after all.")] bool? Closed);

/// <summary>A door that somebody opened, as programs are told of it.</summary>
public sealed record OpportunityAnswer(Guid Id, PersonLine Person, string What, DateOnly On, OpportunityState State, [property: Description("What became of it, in your words.")] string? Became, DateOnly? BecameOn)
{
    public static OpportunityAnswer Of(OpportunityLine line) => new(line.Door.Id, new(line.Door.PersonId, line.Name), line.Door.What, line.Door.On, line.Door.State, line.Door.Became, line.Door.BecameOn);
}

public sealed record OpportunityFields(Guid PersonId, string What, [property: Description("The day; today when not said.")] DateOnly? On = null);

public sealed record OpportunityChangeFields(OpportunityState State, [property: Description("What became of it, in your words.")] string? Became = null);
