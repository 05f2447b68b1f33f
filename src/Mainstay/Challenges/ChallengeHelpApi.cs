using System.ComponentModel;
using Mainstay.Api;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Challenges;

/// <summary>Whom to turn to in a hard time, asking them, and thanking them afterwards, for the owner's own programs.</summary>
internal static class ChallengeHelpApi
{
    private const string Chapter = "Hard times", One = "/challenges/{id:guid}", Thanks = "/challenges/thanks";

    private static Parameter Which => Parameter.Id("The hard time.");

    public static void Map(ApiRoutes api)
    {
        api.Get(One + "/help", async call => ApiAnswer.Of(ProposalsAnswer.Of(await call.Services.GetRequiredService<ProposalQueries>().For(call.Store, await call.Store.ChallengeOf(call.Id(), call.Stop), call.Today, call.Stop))), new("proposeHelp", "Whom you could turn to, and what could wait")
        {
            Chapter = Chapter,
            About = "By topic, or else by name; of what is written nothing is read. Whoever was asked a lot of late is left out.",
            Parameters = [Which],
            Answer = AnswerShape.Of<ProposalsAnswer>("Who, for what and why.", new ProposalsAnswer("losing a client", [new(HelpAs.Listen, RhythmExamples.Grace, ["Close; last contact 3 days ago."])], 0, [new("Talk at the meetup", new(2026, 5, 9), "Say that you do not come.")])),
        });
        api.Get(One + "/asks", async call =>
        {
            await call.Store.ChallengeOf(call.Id(), call.Stop);
            return ApiAnswer.Of(new Page<ChallengeAskAnswer> { Items = [.. (await call.Store.AsksIn(call.Id(), call.Today, call.Stop)).Select(a => new ChallengeAskAnswer(a.As, AskAnswer.Of(a.Line, call.Today)))] });
        }, new("listAsksOfChallenge", "Whom you asked in a hard time, and what became of it") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.PageOf("All of them.", new ChallengeAskAnswer(HelpAs.Listen, AsksApi.Sample)) });
        api.Post(One + "/asks", async call =>
        {
            var said = await call.Body<ChallengeAskFields>();
            var ask = await call.Store.AskForHelp(call.Id(), said.As, said.ToAsk(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(new ChallengeAskAnswer(said.As, AskAnswer.Of(await call.Store.AskOf(ask.Id, call.Stop), call.Today)), $"{ApiRoutes.Root}/asks/{ask.Id}");
        }, new("askForHelp", "Write an ask to one person in a hard time")
        {
            Chapter = Chapter,
            About = "It is confidential, and is deleted when the hard time is closed. Nothing is sent; from here on it is an ask like any other.",
            Parameters = [Which],
            Body = BodyShape.Of<ChallengeAskFields>("The ask.", new { As = HelpAs.Listen, PersonId = RhythmExamples.Grace.Id, What = "Would you have half an hour for me this week?" }),
            Answer = AnswerShape.Made<ChallengeAskAnswer>("The ask.", new ChallengeAskAnswer(HelpAs.Listen, AsksApi.Sample)),
            Conflicts = "The same ask is on its way to them, or they lie in the trash.",
            HasSecret = true,
        });
        MapThanks(api);
    }

    private static void MapThanks(ApiRoutes api)
    {
        api.Get(Thanks, async call => ApiAnswer.Of(new Page<PersonLine> { Items = [.. await call.Store.HelpersToThank(call.Stop)] }), new("listHelpersToThank", "Who helped in a hard time that is over, and was not thanked yet") { Chapter = Chapter, About = "In what they helped is not kept.", Answer = AnswerShape.PageOf("All of them.", RhythmExamples.Grace) });
        api.Post(Thanks + "/{id:guid}", async call =>
        {
            if ((await call.Body<ThanksFields>()).Thanked) await call.Store.ThankHelper(call.Id(), call.Today, call.Clock, call.Stop);
            else await call.Store.LeaveThanks(call.Id(), call.Stop);
            return ApiAnswer.Of(new Page<PersonLine> { Items = [.. await call.Store.HelpersToThank(call.Stop)] });
        }, new("thankHelper", "Say that somebody was thanked, or leave it at that") { Chapter = Chapter, Parameters = [Parameter.Id("The person.")], Body = BodyShape.Of<ThanksFields>("Which of both.", new { Thanked = true }), Answer = AnswerShape.PageOf("Who is still to be thanked.", RhythmExamples.Grace) });
    }
}

/// <summary>Whom one could turn to, as programs are told of it.</summary>
public sealed record ProposalsAnswer(
    [property: Description("What was looked for.")] string About,
    IReadOnlyList<ProposedAnswer> People,
    [property: Description("So many are left out because they were asked a lot of late.")] int Spared,
    [property: Description("What could be postponed, the nearest first.")] IReadOnlyList<CanWaitAnswer> CanWait)
{
    public static ProposalsAnswer Of(Proposals found) => new(found.About,
        [.. found.Groups.SelectMany(g => g.People.Select(p => new ProposedAnswer(g.As, new(p.Id, p.Name), [.. p.All.Select(r => r.InWords())])))],
        found.Spared, [.. found.Waits.Select(w => new CanWaitAnswer(w.What.InWords(), w.On, w.How.InWords()))]);
}

public sealed record ProposedAnswer([property: Description("For what.")] HelpAs As, PersonLine Person, [property: Description("Why, in sentences.")] IReadOnlyList<string> Reasons);

public sealed record CanWaitAnswer(string What, [property: Description("When it is due; null when it goes on.")] DateOnly? On, [property: Description("What to do about it.")] string How);

/// <summary>Somebody who was asked in a hard time.</summary>
public sealed record ChallengeAskAnswer([property: Description("For what.")] HelpAs As, AskAnswer Ask);

/// <summary>An ask in a hard time, as programs write it.</summary>
public sealed record ChallengeAskFields
{
    [Description("Your own id for the ask: written twice with the same, it is written once.")]
    public Guid? Id { get; init; }

    [Description("For what.")]
    public required HelpAs As { get; init; }

    public required Guid PersonId { get; init; }

    [Description("Your own words.")]
    public required string What { get; init; }

    [Description("What not to talk about; it is written below the words.")]
    public string? NotAbout { get; init; }

    [Description("Minutes, or words.")]
    public string? HowLong { get; init; }

    [Description("The last day on which an answer helps.")]
    public DateOnly? AnswerBy { get; init; }

    [Description("How much it is; `normal` when not said.")]
    public Weight? Weight { get; init; }

    public NewAsk ToAsk() => new() { Id = Id, PersonId = PersonId, What = ChallengeAskActions.Worded(What, NotAbout), HowLong = HowLong, AnswerBy = AnswerBy, Weight = Weight ?? Exchange.Weight.Normal };
}

public sealed record ThanksFields([property: Description("`true`: they were thanked, which is noted as a touch; `false`: leave it at that.")] bool Thanked);
