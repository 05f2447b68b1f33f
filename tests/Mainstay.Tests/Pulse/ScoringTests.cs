using System.Net;
using Mainstay.Pulse;
using Mainstay.Tests.Api;
using Mainstay.Words;

namespace Mainstay.Tests.Pulse;

public class ScoringTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void It_says_the_score_the_bounds_and_whether_a_change_is_more_than_wobbling()
    {
        Assert.Equal(["BRS: 4.00 on a scale from 1 to 5, a sum of 24.", "Within its authors’ bounds that is normal.", "Since the earlier answers it changed by +1.00: no more than this questionnaire wobbles by itself, which is up to 1.08."], Said("brs", "4 2 4 2 4 2", "3 3 3 3 3 3"));
        Assert.StartsWith("Since the earlier answers it changed by −2.00: more than", Said("BRS", "1 5 1 5 1 5", "3,3,3,3,3,3")[2], StringComparison.Ordinal);
        Assert.Equal(["BRS: 4.00 on a scale from 1 to 5.", "Within its authors’ bounds that is normal."], Said("BRS", "4 2 - 2 4 2"));
        Assert.Equal(["GSE-6: 3.00 on a scale from 1 to 4, a sum of 18.", "Its authors drew no bounds.", "How much this questionnaire wobbles by itself is not known here, so nothing is said of the change."], Said("gse6", "3 3 2 4 3 3", "1 1 1 1 1 1"));
    }

    [Fact]
    public void Of_low_well_being_it_says_one_neutral_line_and_nothing_else()
    {
        Assert.Equal(["WHO-5: 48 of 100.", "At 50 or less it may do good to talk with somebody you trust, or with a professional."], Said("WHO-5", "2 2 3 3 2"));
        Assert.Equal(["WHO-5: 52 of 100."], Said("WHO-5", "3 2 3 2 3"));
    }

    [Fact]
    public void Too_few_answers_are_no_score()
    {
        Assert.Equal(["Too few answers for a score: it takes 5 of 5."], Said("WHO-5", "2 2 3 3 skip"));
        Assert.Equal(["Too few answers for a score: it takes 8 of 10."], Said("GSE-10", "1 2 3 4 1 2 3 - - -"));
        Assert.Equal("The earlier answers are too few to compare with: it takes 5 of 6.", Said("BRS", "4 2 4 2 4 2", "3 3 – Skip - 3")[2]);
        Assert.Equal(["Too few answers for a score: it takes 5 of 6."], Said("OSS-6", "1 2 3 4 - -"));
    }

    [Fact]
    public void What_is_not_on_its_scale_is_refused()
    {
        Assert.Equal(["questionnaire"], Wrong("PHQ-9", "1 2"));
        Assert.Equal(["answers"], Wrong("WHO-5", "1 2 3 4"));
        Assert.Equal(["answers"], Wrong("BRS", "4 2 x 2 4 2"));
        Assert.Equal(["answers"], Wrong("BRS", "4 2 3.5 2 4 2"));
        Assert.Equal(["answers", "before"], Wrong("WHO-5", "1 2 3 4 6", "1"));
    }

    [Theory, OnBoth]
    public async Task Every_door_scores_and_keeps_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        using var scored = await site.Post("/pulse/score", "/pulse/score", ("questionnaire", "BRS"), ("answers", "4 2 4 2 4 2"), ("before", "3 3 3 3 3 3"));
        using var wrong = await site.Post("/pulse/score", "/pulse/score", ("questionnaire", "BRS"), ("answers", "4 2"));
        var typed = (await house.Type("pulse", "score", "WHO-5", "3", "3", "3", "3", "3", "--json")).Fine().Json;
        var told = (await site.Hand("/api/pulse/score", new { Questionnaire = "BRS", Answers = (int?[])[5, 1, 5, 1, 5, 1], Before = (int?[])[3, 3, 3, 3, 3, 3] })).Fine().Json;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (scored.StatusCode, wrong.StatusCode));
        Assert.Contains("a sum of 24", await scored.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("BRS has 6 answers, each 1 to 5.", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(60, typed.GetProperty("percent").GetInt32());
        Assert.Equal(("high", true), (told.GetProperty("band").GetString(), told.GetProperty("isReliable").GetBoolean()));
        Assert.NotEmpty((await site.Hand("/api/pulse/score", new { Questionnaire = "BRS", Answers = (int?[])[9] })).Wrong("answers"));
        Assert.Equal(2, (await house.Type("pulse", "score", "PHQ-9", "1")).Code);
        Assert.Empty(await house.Again().AllPulses(Stop));
    }

    private static string[] Said(string which, string answers, string? before = null) =>
        [.. Scored.From(new() { Questionnaire = which, Answers = NewScore.Read(answers), Before = before is null ? null : NewScore.Read(before) }).InWords.Select(r => r.InWords(new("en")))];

    private static IEnumerable<string> Wrong(string which, string answers, string? before = null) =>
        Assert.Throws<Mistaken>(() => Said(which, answers, before)).Problems.Select(p => p.Field);
}
