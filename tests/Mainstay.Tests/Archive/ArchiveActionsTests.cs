using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mainstay.Accounts;
using Mainstay.Archive;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Archive;

public class ArchiveActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite, Engine.Sqlite)]
    [InlineData(Engine.Sqlite, Engine.Postgres)]
    [InlineData(Engine.Postgres, Engine.Sqlite)]
    [InlineData(Engine.Postgres, Engine.Postgres)]
    public async Task What_is_exported_imported_and_exported_again_is_the_same(Engine from, Engine to)
    {
        if (Databases.Postgres is null && (from, to) != (Engine.Sqlite, Engine.Sqlite)) Assert.Skip("MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        await using var ada = await TestHouse.Build(from);
        await FullHouse.Fill(ada);
        var first = await Export(ada);
        await using var elsewhere = await TestHouse.Build(to, new DateOnly(2026, 8, 1));

        var contents = await Load(elsewhere, first);

        Assert.Equal(3, contents["people"]);
        var second = await Export(elsewhere);
        Assert.Equal(WithoutMoment(first), WithoutMoment(second));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task The_full_house_has_something_of_every_section()
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);
        await FullHouse.Fill(ada);

        var empty = new List<string>();
        foreach (var section in ada.Services.GetServices<IArchiveSection>())
            if (await section.IsEmpty(ada.Again(), Stop)) empty.Add(section.Name);

        // A tempo and what was sent never stand in the way of an archive; imports and letters have tests of their own, IdentitiesArchiveTests and LettersArchiveTests.
        Assert.Equal(["tempo", "imports", "importChanges", "sourceIdentities", "touchIdentities", "letters"], empty);
    }

    [Theory, OnBoth]
    public async Task What_is_derived_is_derived_again(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        var (grace, _, _) = await FullHouse.Fill(ada);
        await using var elsewhere = await TestHouse.Build(engine);

        await Load(elsewhere, await Export(ada));

        var (before, after) = (await Derived(ada.Again()), await Derived(elsewhere.Again()));
        Assert.Equal(before, after);
        Assert.Equal(new DateOnly(2026, 4, 1), (await elsewhere.Store.Ties.SingleAsync(t => t.Id == grace.Id, Stop)).LastTouchOn);
        Assert.Equal(grace.Id, (await elsewhere.Store.FindPerson("grace@home.example", Stop)).Id);
    }

    [Theory, OnBoth]
    public async Task Bobs_rows_are_not_in_Adas_export_and_stay_where_they_are(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        var bob = await ada.Bob();
        var his = await bob.AddPerson(new() { Name = "Bob's secret friend" }, ada.Clock, Stop);
        await bob.Record(new() { People = [his.Id], On = new(2026, 4, 1), Kind = TouchKind.Call, Note = "secret" }, ada.Today, ada.Clock, Stop);

        var document = await Export(ada);

        Assert.DoesNotContain("secret", document, StringComparison.Ordinal);
        await using var grace = await TestHouse.Build(engine);
        await FullHouse.Fill(grace);
        await Load(ada, await Export(grace));
        Assert.Equal("Bob's secret friend", (await bob.People.AsNoTracking().SingleAsync(Stop)).Name);
        Assert.Equal(2, await ada.Again().People.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Only_an_empty_network_takes_it(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);
        await using var elsewhere = await TestHouse.Build(engine);
        var alan = await elsewhere.Store.AddPerson(new() { Name = "Alan Turing" }, elsewhere.Clock, Stop);
        await elsewhere.Store.TrashPerson(alan.Id, elsewhere.Clock, Stop);

        var document = await Export(ada);
        var refused = await Assert.ThrowsAsync<Conflict>(() => Load(elsewhere, document));

        Assert.Equal("Archive.NotEmpty", refused.Reason.Key);
        Assert.Equal([alan.Id], await elsewhere.Again().People.IgnoreQueryFilters([Store.TrashFilter]).Select(p => p.Id).ToListAsync(Stop));
    }

    [Theory]
    [InlineData("""{"people":[]}""", "Archive.NotOurs")]
    [InlineData("""{"mainstay":2,"people":[]}""", "Archive.OtherVersion")]
    [InlineData("""{"mainstay":1,"people":[]}""", "Archive.Unreadable")]
    [InlineData("""{"mainstay":1,SPACE,"people":[""", "Archive.Unreadable")]
    [InlineData("""{"mainstay":1,SPACE,"people":[{"id":1}]}""", "Archive.Unreadable")]
    [InlineData("""{"mainstay":1,SPACE,"people":[GRACE],"tempo":[{"interceptShift":0}],"people":[GRACE2]}""", "Archive.Unreadable")]
    [InlineData("""{"mainstay":1,SPACE,"people":[GRACE,GRACE]}""", "Archive.IdTwice")]
    [InlineData("""{"mainstay":1,SPACE,"people":[NAMELESS]}""", "Archive.RowProblem")]
    [InlineData("""{"mainstay":1,SPACE,"ties":[{"person":"0195a000-0000-7000-8000-000000000009","layer":"core","since":"2026-01-01"}]}""", "Archive.NotThere")]
    [InlineData("""{"mainstay":1,SPACE,"ties":[{"person":"0195a000-0000-7000-8000-000000000009","layer":7,"since":"2026-01-01"}]}""", "Archive.Unreadable")]
    [InlineData("""{"mainstay":1,SPACE,"people":[GRACE],"ties":[{"person":"0195a000-0000-7000-8000-000000000001","layer":"core","since":"9999-12-31"}]}""", "Archive.RowProblem")]
    [InlineData("""{"mainstay":1,SPACE,"goals":[{"id":"0195a000-0000-7000-8000-000000000001","text":"Live long","dueOn":"9001-01-01","createdAt":"2026-01-01T00:00:00Z"}]}""", "Archive.RowProblem")]
    [InlineData("""{"mainstay":1,SPACE,"telepathy":[{"id":"0195a000-0000-7000-8000-000000000009"}]}""", "Archive.UnknownList")]
    [InlineData("""{"mainstay":1,SPACE,"people":{"id":1}}""", "Archive.UnknownList")]
    [InlineData("""[1,2]""", "Archive.Unreadable")]
    [InlineData("", "Archive.Unreadable")]
    public async Task What_is_not_sound_is_refused_before_anything_is_written(string template, string key)
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);

        var refused = await Assert.ThrowsAsync<CannotBeDone>(() => Load(ada, Spelled(template)));

        Assert.Equal(key, refused.Reason.Key);
        Assert.DoesNotContain("{", refused.Reason.InWords(), StringComparison.Ordinal);
        Assert.Empty(await ada.Store.People.ToListAsync(Stop));
    }

    [Fact]
    public async Task A_day_at_the_end_of_the_calendar_is_named_and_one_far_ahead_is_taken()
    {
        const string Goal = """{"mainstay":1,SPACE,"goals":[{"id":"0195a000-0000-7000-8000-000000000001","text":"Live long","dueOn":"DAY","createdAt":"2026-01-01T00:00:00Z"}]}""";
        await using var ada = await TestHouse.Build(Engine.Sqlite);

        var refused = await Assert.ThrowsAsync<CannotBeDone>(() => Load(ada, Spelled(Goal).Replace("DAY", "9999-12-31", StringComparison.Ordinal)));
        Assert.Contains("goals 1", refused.Reason.InWords(), StringComparison.Ordinal);
        Assert.Contains("9999", refused.Reason.InWords(), StringComparison.Ordinal);

        await Load(ada, Spelled(Goal).Replace("DAY", "9000-12-31", StringComparison.Ordinal));
        Assert.Equal(new DateOnly(9000, 12, 31), (await ada.Again().Goals.SingleAsync(Stop)).DueOn);
    }

    [Theory, OnBoth]
    public async Task A_document_that_breaks_off_anywhere_changes_nothing(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);
        var document = await Export(ada);
        await using var elsewhere = await TestHouse.Build(engine);

        foreach (var length in Enumerable.Range(0, 40).Select(i => i * document.Length / 40))
            await Assert.ThrowsAnyAsync<Refusal>(() => Load(elsewhere, document[..length]));

        Assert.Empty(await elsewhere.Store.People.IgnoreQueryFilters([Store.TrashFilter]).ToListAsync(Stop));
        Assert.Equal("My network", (await elsewhere.Store.Spaces.AsNoTracking().SingleAsync(Stop)).Name);
    }

    [Theory]
    [InlineData("{\"mainstay\":1}", true)]
    [InlineData("\uFEFF \r\n{\n  \"mainstay\" : 1", true)]
    [InlineData("{\"friends_v2\":[]}", false)]
    [InlineData("BEGIN:VCARD", false)]
    [InlineData("{", false)]
    [InlineData("", false)]
    public void It_is_known_by_its_content(string text, bool isOne) => Assert.Equal(isOne, ArchiveActions.IsArchive(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task A_mark_of_the_byte_order_and_other_spacing_are_no_hindrance()
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);
        await FullHouse.Fill(ada);
        var pretty = "\uFEFF" + JsonNode.Parse(await Export(ada))!.ToJsonString(new() { WriteIndented = true });
        await using var elsewhere = await TestHouse.Build(Engine.Sqlite);

        await Load(elsewhere, pretty);

        Assert.Equal(WithoutMoment(await Export(ada)), WithoutMoment(await Export(elsewhere)));
    }

    [Theory, OnBoth]
    public async Task Writers_are_not_held_up_and_the_export_shows_one_moment(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);
        await using var moment = await ada.Store.ReadAtOneMoment(Stop);
        var before = await ada.Store.People.CountAsync(Stop);

        await using var scope = ada.Services.CreateAsyncScope();
        var other = scope.ServiceProvider.GetRequiredService<Store>();
        other.SpaceId = ada.Ada.SpaceId;
        await other.AddPerson(new() { Name = "Katherine" }, ada.Clock, Stop);

        Assert.Equal(before, await ada.Store.People.CountAsync(Stop));
    }

    internal static async Task<string> Export(TestHouse house)
    {
        using var document = new MemoryStream();
        await house.Again().WriteArchive(house.Services.GetServices<IArchiveSection>(), document, house.Clock, Stop);
        return Encoding.UTF8.GetString(document.ToArray());
    }

    internal static Task<ArchiveContents> Load(TestHouse house, string document) =>
        house.Again().Load(house.Services.GetServices<IArchiveSection>(), new MemoryStream(Encoding.UTF8.GetBytes(document)), Stop);

    internal static string WithoutMoment(string document)
    {
        var whole = JsonNode.Parse(document)!.AsObject();
        Assert.True(whole.Remove("exportedAt"));
        return whole.ToJsonString();
    }

    private static async Task<List<string>> Derived(Store store)
    {
        var ties = await store.Ties.AsNoTracking().OrderBy(t => t.Id).Select(t => new { t.Id, t.FirstTouchOn, t.LastTouchOn, t.LastTouchKind, t.ContactDays, t.DueOn }).ToListAsync(Stop);
        var packed = await store.PackedContacts.AsNoTracking().OrderBy(t => t.Id).Select(t => new { t.Id, t.Packed }).ToListAsync(Stop);
        var points = await store.ContactPoints.AsNoTracking().OrderBy(c => c.PersonId).ThenBy(c => c.Position).Select(c => c.Normal).ToListAsync(Stop);
        return [.. ties.Select(t => JsonSerializer.Serialize(t)), .. packed.Select(p => JsonSerializer.Serialize(p)), .. points];
    }

    private static string Spelled(string template)
    {
        const string Space = """ "space":{"name":"Ada","kind":"network","timeZone":"UTC","locale":"en","createdAt":"2026-01-01T00:00:00Z"} """;
        const string Grace = """{"id":"0195a000-0000-7000-8000-000000000001","details":{"name":"Grace"},"createdAt":"2026-01-01T00:00:00Z","changedAt":"2026-01-01T00:00:00Z"}""";
        return template.Replace("GRACE2", Grace.Replace("0001", "0002", StringComparison.Ordinal), StringComparison.Ordinal).Replace("GRACE", Grace, StringComparison.Ordinal)
            .Replace("NAMELESS", Grace.Replace("Grace", " ", StringComparison.Ordinal), StringComparison.Ordinal).Replace("SPACE", Space, StringComparison.Ordinal);
    }
}
