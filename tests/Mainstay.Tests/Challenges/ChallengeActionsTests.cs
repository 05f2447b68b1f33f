using Mainstay.Challenges;
using Mainstay.Learnings;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Tests.Archive;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Challenges;

public class ChallengeActionsTests
{
    private const string Passphrase = "correct horse battery";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task It_is_described_written_on_locked_and_opened(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await Begun(house);

        await house.Again().WriteChallenge(id, was => was with { Feared = "That it goes on" }, null, Stop);
        var code = await house.Again().LockChallenge(id, Passphrase, Stop);
        var key = await house.Again().OpenChallenge(id, Passphrase, Stop);
        await house.Again().WriteChallenge(id, was => was with { Tried = "Calling them" }, key, Stop);
        var row = await house.Again().ChallengeOf(id, Stop);

        Assert.Equal(new Narrative("They wrote on Friday.", Tried: "Calling them", Feared: "That it goes on"), row.ReadBy(await house.Again().OpenChallenge(id, code, Stop)));
        Assert.Equal((null, null), (row.Happened, row.Feared));
        Assert.Equal("passphrase", (await Assert.ThrowsAsync<Mistaken>(() => house.Again().OpenChallenge(id, "wrong", Stop))).Problems.Single().Field);
        await Assert.ThrowsAsync<Conflict>(() => house.Again().WriteChallenge(id, was => was with { Tried = "x" }, null, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().LockChallenge(id, Passphrase, Stop));
        Assert.Equal("passphrase", (await Assert.ThrowsAsync<Mistaken>(async () => await house.Again().ChangePassphrase(id, key, "short", Stop))).Problems.Single().Field);
        await house.Again().UnlockChallenge(id, key, Stop);
        Assert.Equal("Calling them", (await house.Again().ChallengeOf(id, Stop)).Tried);
    }

    [Theory, OnBoth]
    public async Task Another_passphrase_is_another_key_and_the_one_before_opens_nothing_that_comes_after(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await Begun(house);
        var code = await house.Again().LockChallenge(id, Passphrase, Stop);
        var key = await house.Again().OpenChallenge(id, Passphrase, Stop);

        await house.Again().ChangePassphrase(id, key, "another horse battery", Stop);
        var row = await house.Again().ChallengeOf(id, Stop);

        Assert.Null(NarrativeLock.Read(row, key));
        foreach (var secret in (string[])[Passphrase, code]) await Assert.ThrowsAsync<Mistaken>(() => house.Again().OpenChallenge(id, secret, Stop));
        Assert.Equal("They wrote on Friday.", row.ReadBy(await house.Again().OpenChallenge(id, "another horse battery", Stop)).Happened);
        Assert.Null(row.Happened);
    }

    [Theory, OnBoth]
    public async Task What_it_was_about_goes_with_the_lesson_only_if_that_is_chosen(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        foreach (var keeps in (bool[])[true, false])
        {
            var id = (await house.Again().BeginChallenge(new("Gone", "losing a client"), house.Today, house.Clock, Stop)).Id;
            var learned = await house.Again().CloseChallenge(id, new("Never one client", []) { KeepsTopic = keeps }, house.Today, house.Clock, Stop);

            Assert.Equal(keeps ? "losing a client" : null, learned!.Topic);
        }
    }

    [Theory, OnBoth]
    public async Task Closed_it_is_gone_and_only_the_lesson_stays_even_when_the_key_is_lost(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await Begun(house);
        await house.Again().LockChallenge(id, Passphrase, Stop);

        var learned = await house.Again().CloseChallenge(id, new("Never one client for half of it", []), house.Today, house.Clock, Stop);

        Assert.Equal(("Never one client for half of it", (string?)null), (learned!.Text, learned.Topic));
        Assert.Empty(await house.Again().AllChallenges(Stop));
        Assert.Equal(0, await house.Store.Formers.CountAsync(f => f.Before.Contains("Friday") || f.Before.Contains("big client"), Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().CloseChallenge(id, new(null, []), house.Today, house.Clock, Stop));
        Assert.Single(await house.Again().AllLearnings(Stop));
    }

    [Fact]
    public async Task What_stood_open_is_overwritten_when_it_is_locked_and_all_of_it_when_it_is_closed()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var long1 = string.Join(' ', Enumerable.Repeat("Unmistakable words of a Friday", 2_000));
        var id = (await house.Store.BeginChallenge(new("The big client left") { Narrative = new(long1) }, house.Today, house.Clock, Stop)).Id;
        await house.Again().WriteChallenge(id, _ => new("Another unmistakable sentence"), null, Stop);
        Assert.Contains("nmistakable", await Everything(house), StringComparison.Ordinal);

        await house.Again().LockChallenge(id, Passphrase, Stop);
        Assert.DoesNotContain("nmistakable", await Everything(house), StringComparison.Ordinal);
        await house.Again().CloseChallenge(id, new(null, []), house.Today, house.Clock, Stop);
        Assert.DoesNotContain("big client", await Everything(house), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task It_is_on_no_search_no_Today_no_calendar_no_panel_and_not_Bobs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Store.BeginChallenge(new("Zugzwang", "Zugzwang", house.Today) { Narrative = new("Zugzwang", "Zugzwang", "Zugzwang", "Zugzwang", "Zugzwang") }, house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(3));
        var (services, today) = (house.Services, house.Today);

        foreach (var source in services.GetServices<ISearchResults>()) Assert.Equal(0, (await source.Find(house.Again(), new("Zugzwang", 0, 10), today, Stop)).Total);
        foreach (var card in services.GetServices<ITodayCard>()) Assert.DoesNotContain(await card.Worth(house.Again(), today, Stop), c => (c.Sentence.InWords() + string.Join(' ', c.Reasons.Select(r => r.InWords()))).Contains("Zugzwang", StringComparison.Ordinal));
        foreach (var calendar in services.GetServices<ICalendarSource>()) Assert.DoesNotContain(await calendar.Between(house.Again(), today.AddDays(-10), today.AddDays(400), Stop), e => e.Summary.Contains("Zugzwang", StringComparison.Ordinal));
        foreach (var panel in services.GetServices<IPersonPanel>()) Assert.NotEqual("Mainstay.Challenges", panel.Component.Namespace);
        await using var site = await TestSite.Open(house);
        // The page says back what was looked for: beyond that, it is the page of a word that stands nowhere.
        Assert.Equal((await site.Page("/search?q=Zwickmuehle")).Replace("Zwickmuehle", "Zugzwang", StringComparison.Ordinal), await site.Page("/search?q=Zugzwang"));
        Assert.DoesNotContain("Zugzwang", await site.Page("/") + await site.Page($"/people/{grace.Id}"), StringComparison.Ordinal);
        Assert.Empty(House.Rooms.Single(r => r is ChallengesRoom).Tools);
        Assert.Empty(await (await house.Bob()).AllChallenges(Stop));
    }

    [Theory, OnBoth]
    public async Task In_the_archive_what_is_locked_stays_locked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await Begun(house);
        await house.Again().LockChallenge(id, Passphrase, Stop);
        var document = await ArchiveActionsTests.Export(house);
        await using var elsewhere = await TestHouse.Build(engine);

        await ArchiveActionsTests.Load(elsewhere, document);

        Assert.DoesNotContain("They wrote on Friday", document, StringComparison.Ordinal);
        var there = await elsewhere.Again().ChallengeOf(id, Stop);
        Assert.Equal("They wrote on Friday.", there.ReadBy(await elsewhere.Again().OpenChallenge(id, Passphrase, Stop)).Happened);
    }

    [Fact]
    public async Task A_hundred_thousand_words_are_kept_and_a_word_too_many_is_said()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var id = await Begun(house);
        var much = string.Join(' ', Enumerable.Repeat("wörter", 100_000));

        await house.Again().WriteChallenge(id, _ => new(much), null, Stop);

        Assert.Equal(much, (await house.Again().ChallengeOf(id, Stop)).Happened);
        Assert.Equal("happened", (await Assert.ThrowsAsync<Mistaken>(() => house.Again().WriteChallenge(id, _ => new(new string('x', Narrative.MostText + 1)), null, Stop))).Problems.Single().Field);
    }

    private static async Task<Guid> Begun(TestHouse house) =>
        (await house.Store.BeginChallenge(new("The big client left", "losing a client", house.Today.AddDays(90)) { Narrative = new("They wrote on Friday.") }, house.Today, house.Clock, Stop)).Id;

    internal static async Task<string> Everything(TestHouse house)
    {
        var text = "";
        foreach (var file in Directory.GetFiles(house.Settings.Data, "*.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            text += await reader.ReadToEndAsync(Stop);
        }
        return text;
    }
}
