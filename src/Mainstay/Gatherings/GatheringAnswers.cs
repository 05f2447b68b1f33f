using System.ComponentModel;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>A gathering, as programs are told of it.</summary>
public sealed record GatheringAnswer(
    Guid Id, string Name, DateOnly On, [property: Description("The last day, inclusive.")] DateOnly Until, [property: Description("The time it begins where you are, 18:00; null for whole days.")] string? From, string? To,
    [property: Description("In UTC.")] DateTime? StartsAt, DateTime? EndsAt, string? Place, string? Address, string? Link, [property: Description("With commas between.")] string? Topics, string? Note, GatheringState State)
{
    [Description("Which organization holds it; null when none is named.")]
    public Guid? OrganizationId { get; init; }

    public string? Goal { get; init; }

    [Description("The one thing you ask for there.")]
    public string? Ask { get; init; }

    [Description("The one thing you offer there.")]
    public string? Offer { get; init; }

    public string? Pitch { get; init; }

    [Description("What it cost in money, in your words.")]
    public string? Cost { get; init; }

    [Description("What it cost in hours.")]
    public double? Hours { get; init; }

    [Description("What came of it after a month, in your words.")]
    public string? AfterMonth { get; init; }

    public string? AfterYear { get; init; }

    [Description("When and where, in a sentence.")]
    public required string Sentence { get; init; }

    public static GatheringAnswer Of(Gathering it, TimeZoneInfo zone) => new(it.Id, it.Name, it.FirstDay, it.LastDay, Clock.Write(NewGathering.Clock(it.StartsAt, zone)), Clock.Write(NewGathering.Clock(it.EndsAt, zone)),
        it.StartsAt, it.EndsAt, it.Place, it.Address, it.Link, it.Topics, it.Note, it.State)
    {
        OrganizationId = it.OrganizationId,
        Goal = it.Goal,
        Ask = it.OneAsk,
        Offer = it.OneOffer,
        Pitch = it.Pitch,
        Cost = it.Cost,
        Hours = it.Hours,
        AfterMonth = it.AfterMonth,
        AfterYear = it.AfterYear,
        Sentence = GatheringWords.Line(it, zone),
    };
}

/// <summary>A gathering, as programs write it.</summary>
public sealed record GatheringFields
{
    public required string Name { get; init; }

    [Description("The first day.")]
    public required DateOnly On { get; init; }

    [Description("The time it begins where you are, 18:00; whole days when not said.")]
    public string? From { get; init; }

    [Description("The last day; the first when not said.")]
    public DateOnly? Until { get; init; }

    public string? To { get; init; }

    [Description("Which organization holds it.")]
    public Guid? OrganizationId { get; init; }

    public string? Place { get; init; }

    public string? Address { get; init; }

    public string? Link { get; init; }

    [Description("With commas between.")]
    public string? Topics { get; init; }

    public string? Note { get; init; }

    [Description("`noticed` when not said.")]
    public GatheringState? State { get; init; }

    public string? Goal { get; init; }

    [Description("The one thing you ask for there.")]
    public string? Ask { get; init; }

    [Description("The one thing you offer there.")]
    public string? Offer { get; init; }

    public string? Pitch { get; init; }

    [Description("What it cost in money, in your words.")]
    public string? Cost { get; init; }

    public double? Hours { get; init; }

    public NewGathering ToGathering()
    {
        var problems = new Problems();
        var (from, to) = (Clock.Of(From, "from", problems), Clock.Of(To, "to", problems));
        Mistaken.ThrowIf(problems);
        return new()
        {
            Name = Name,
            On = On,
            From = from,
            Until = Until,
            To = to,
            OrganizationId = OrganizationId,
            Place = Place,
            Address = Address,
            Link = Link,
            Topics = Topics,
            Note = Note,
            State = State ?? GatheringState.Noticed,
            Goal = Goal,
            Ask = Ask,
            Offer = Offer,
            Pitch = Pitch,
            Cost = Cost,
            Hours = Hours,
        };
    }
}

/// <summary>An encounter, as programs are told of it.</summary>
public sealed record EncounterAnswer(Guid Id, PersonLine Person, PersonLine Gathering, DateOnly On, [property: Description("The one thing to remember.")] string? About, [property: Description("What you promised.")] string? Promised, string? PromisedToMe, Guid? TouchId)
{
    public Triage? Triage { get; init; }

    [Description("By when you mean to write.")]
    public DateOnly WriteBy { get; init; }

    [Description("One concrete next step.")]
    public string? NextStep { get; init; }

    [Description("When you wrote, and when the second time.")]
    public DateOnly? WroteOn { get; init; }

    public DateOnly? SecondOn { get; init; }

    [Description("By what it is taken back, when it was just corrected.")]
    public Guid? Change { get; init; }

    [Description("A candidate who was met by it, or, where `isThem` is false, who is called so and of whom you have yet to say whether it is them. Lists leave it out.")]
    public MetCandidate? Candidate { get; init; }

    public static EncounterAnswer Of(EncounterLine line) => new(line.Encounter.Id, new(line.Encounter.PersonId, line.Name), new(line.At.Id, line.At.Name), line.Encounter.On, line.Encounter.About, line.Encounter.Promised, line.Encounter.PromisedToMe, line.Encounter.TouchId)
    {
        Triage = line.Encounter.Triage,
        WriteBy = line.Encounter.WriteBy,
        NextStep = line.Encounter.NextStep,
        WroteOn = line.Encounter.WroteOn,
        SecondOn = line.Encounter.SecondOn,
    };
}

/// <summary>An encounter, as programs write it.</summary>
public sealed record EncounterFields
{
    [Description("Somebody who is there already; else `name`.")]
    public Guid? PersonId { get; init; }

    [Description("Somebody new, who is added.")]
    public string? Name { get; init; }

    [Description("The one thing to remember.")]
    public string? About { get; init; }

    [Description("What you promised: it becomes a task.")]
    public string? Promised { get; init; }

    [Description("What they promised.")]
    public string? PromisedToMe { get; init; }

    [Description("A day of the gathering; the last that has come when not said.")]
    public DateOnly? On { get; init; }

    public NewEncounter ToEncounter(Guid gathering) => new() { GatheringId = gathering, PersonId = PersonId, Name = Name, About = About, Promised = Promised, PromisedToMe = PromisedToMe, On = On };
}

/// <summary>An encounter as it was, as programs correct it.</summary>
public sealed record EncounterCorrectionFields
{
    [Description("Whom you met; those who are noted when neither this nor `name` is said.")]
    public Guid? PersonId { get; init; }

    [Description("Somebody new, who is added.")]
    public string? Name { get; init; }

    [Description("The one thing to remember.")]
    public string? About { get; init; }

    [Description("What you promised: its task follows.")]
    public string? Promised { get; init; }

    [Description("What they promised.")]
    public string? PromisedToMe { get; init; }

    [Description("A day of the gathering; the one that is noted when not said.")]
    public DateOnly? On { get; init; }

    public Triage? Triage { get; init; }

    public NewEncounter ToEncounter(Guid gathering) => new() { GatheringId = gathering, PersonId = PersonId, Name = Name, About = About, Promised = Promised, PromisedToMe = PromisedToMe, On = On };
}

/// <summary>What becomes of an encounter, as programs say it.</summary>
public sealed record EncounterChangeFields(Triage? Triage = null, [property: Description("One concrete next step.")] string? NextStep = null, [property: Description("`true`: you wrote to them today; a touch is noted.")] bool? Wrote = null,
    [property: Description("How near they are meant to be from now on, by which they have a rhythm; without one they are never due.")] Layer? Layer = null);

/// <summary>What came of a gathering, as programs say it.</summary>
public sealed record GatheringChangeFields(GatheringState? State = null, [property: Description("What came of it after a month, in your words.")] string? AfterMonth = null, string? AfterYear = null);

/// <summary>Who is expected, and why to talk to them.</summary>
public sealed record ExpectedAnswer(PersonLine Person, [property: Description("You mean to talk to them.")] bool Chosen, string? About, [property: Description("In sentences, the weightiest first.")] IReadOnlyList<string> Reasons)
{
    public static ExpectedAnswer Of(ExpectedPerson person) => new(new(person.Id, person.Name), person.IsChosen, person.About, [.. person.Reasons.Select(r => r.InWords())]);
}

/// <summary>A candidate who may be met there.</summary>
public sealed record CandidateThereAnswer(Guid Id, string Name, IReadOnlyList<string> Reasons);

/// <summary>What to have in mind when going to a gathering.</summary>
public sealed record PreparationAnswer([property: Description("At most three.")] IReadOnlyList<ExpectedAnswer> TalkTo, IReadOnlyList<ExpectedAnswer> Others, [property: Description("Not expected, but they know what it is about.")] IReadOnlyList<ExpectedAnswer> MayKnow)
{
    [Description("Candidates you noted with the name of the gathering.")]
    public IReadOnlyList<CandidateThereAnswer> Candidates { get; init; } = [];

    public static PreparationAnswer Of(Preparation it) => new([.. it.TalkTo.Select(ExpectedAnswer.Of)], [.. it.Others.Select(ExpectedAnswer.Of)], [.. it.MayKnow.Select(ExpectedAnswer.Of)]) { Candidates = [.. it.Candidates.Select(c => new CandidateThereAnswer(c.Id, c.Name, [.. c.Why.Select(w => w.InWords())]))] };
}

/// <summary>Whether to talk to somebody who is expected, as programs say it.</summary>
public sealed record ChosenFields([property: Description("You mean to talk to them.")] bool Chosen, [property: Description("What about; what was said stays when not said.")] string? About = null);

/// <summary>Who is expected, as programs say it.</summary>
public sealed record ExpectedFields(IReadOnlyList<Guid> People);

/// <summary>A message that the owner sends themselves.</summary>
public sealed record FollowUpDraftAnswer(string Text, string Subject, string? Mail);
