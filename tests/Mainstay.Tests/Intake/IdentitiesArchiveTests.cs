using Mainstay.Intake;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Archive;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Intake;

public class IdentitiesArchiveTests
{
    private static readonly string Cards = Bring.Card("Grace Hopper", "UID:g-1", "EMAIL:grace@navy.example", "ORG:US Navy;Computing") + Bring.Card("Alan Turing") + Bring.Card("Alan Turing", "NOTE:the other one");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_same_files_imported_again_elsewhere_change_nothing(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await ada.ImportText(Cards);
        await ada.Import(ada.File("messages.csv", Bring.Messages), ada.File("Connections.csv", Bring.Connections));
        await using var elsewhere = await TestHouse.Build(engine);
        await ArchiveActionsTests.Load(elsewhere, await ArchiveActionsTests.Export(ada));
        var names = await elsewhere.Names();

        Assert.Equal((0, 0, 3, 0), await elsewhere.ImportText(Cards).Counts());
        var (added, updated, _, _) = await elsewhere.Import(elsewhere.File("messages.csv", Bring.Messages), elsewhere.File("Connections.csv", Bring.Connections)).Counts();

        Assert.Equal((0, 0), (added, updated));
        Assert.Equal(names, await elsewhere.Names());
        Assert.Equal(3, await elsewhere.Store.Touches.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task What_changed_in_the_file_since_is_taken_over_and_the_owners_own_words_stay(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await ada.ImportText(Bring.Card("Grace Hopper", "UID:g-1", "EMAIL:grace@navy.example", "NOTE:clocks"));
        var grace = await ada.Again().FindPerson("Grace Hopper", Stop);
        await ada.Store.ChangePerson(grace.Id, await ada.Details("Grace Hopper") with { Notes = "mine" }, ada.Clock, Stop);
        await using var elsewhere = await TestHouse.Build(engine);
        await ArchiveActionsTests.Load(elsewhere, await ArchiveActionsTests.Export(ada));

        Assert.Equal((0, 1, 0, 0), await elsewhere.ImportText(Bring.Card("Grace Hopper", "UID:g-1", "EMAIL:grace@yale.example", "NOTE:clocks")).Counts());

        var now = await elsewhere.Details("Grace Hopper");
        Assert.Equal(("mine", "grace@yale.example"), (now.Notes, Assert.Single(now.Emails).Value));
    }

    [Theory]
    [InlineData(Engine.Sqlite, Engine.Postgres)]
    [InlineData(Engine.Postgres, Engine.Sqlite)]
    public async Task An_import_can_be_taken_back_elsewhere_and_the_export_is_the_same_again(Engine from, Engine to)
    {
        if (Databases.Postgres is null) Assert.Skip("MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        await using var ada = await TestHouse.Build(from);
        await ada.ImportText(Bring.Card("Grace Hopper", "UID:g-1", "EMAIL:grace@navy.example", "ORG:US Navy", $"PHOTO;ENCODING=b:{Convert.ToBase64String([0x89, 0x50, 0x4E, 0x47, 1, 2])}"));
        var before = new Said(await ada.Details("Grace Hopper"), await ada.Places("Grace Hopper")).ToJson();
        var second = await ada.ImportText(Bring.Card("Grace Murray", "UID:g-1", "EMAIL:grace@yale.example", "ORG:Yale", $"PHOTO;ENCODING=b:{Convert.ToBase64String([0xFF, 0xD8, 0xFF, 1, 2])}"));
        var document = await ArchiveActionsTests.Export(ada);
        await using var elsewhere = await TestHouse.Build(to);

        await ArchiveActionsTests.Load(elsewhere, document);

        Assert.Equal(ArchiveActionsTests.WithoutMoment(document), ArchiveActionsTests.WithoutMoment(await ArchiveActionsTests.Export(elsewhere)));
        var undone = await elsewhere.Again().UndoImport(second.Import!.Value, elsewhere.Services.GetServices<IPersonLeaves>(), elsewhere.Clock, Stop);
        Assert.Equal(1, undone.Restored);
        Assert.Equal(before, new Said(await elsewhere.Details("Grace Hopper"), await elsewhere.Places("Grace Hopper")).ToJson());
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 1, 2], (await elsewhere.Store.Photos.SingleAsync(Stop)).Bytes);
        Assert.DoesNotContain(ada.Ada.SpaceId.ToString(), document, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("\"sourceIdentities\":[{\"id\":\"0195a000-0000-7000-8000-000000000007\",\"person\":\"0195a000-0000-7000-8000-000000000009\",\"source\":\"vcard\",\"identity\":\"x\",\"fingerprint\":\"y\",\"said\":\"{}\"}]", "Archive.RowProblem")]
    [InlineData("\"sourceIdentities\":[{\"id\":\"0195a000-0000-7000-8000-000000000007\",\"person\":\"0195a000-0000-7000-8000-000000000009\",\"source\":\"vcard\",\"identity\":\"x\",\"fingerprint\":\"y\",\"said\":\"{\\\"Details\\\":{},\\\"Affiliations\\\":[]}\"}]", "Archive.NotThere")]
    [InlineData("\"touchIdentities\":[TOUCH,TOUCH]", "Archive.IdTwice")]
    [InlineData("\"touchIdentities\":[TOUCH,TOUCH2]", "Archive.RowProblem")]
    [InlineData("\"importChanges\":[{\"id\":\"0195a000-0000-7000-8000-000000000007\",\"import\":\"0195a000-0000-7000-8000-000000000009\",\"kind\":\"personAdded\",\"subject\":\"0195a000-0000-7000-8000-000000000001\",\"after\":\"x\"}]", "Archive.NotThere")]
    [InlineData("\"importChanges\":[{\"id\":\"0195a000-0000-7000-8000-000000000007\",\"import\":\"0195a000-0000-7000-8000-000000000009\",\"kind\":\"personChanged\",\"subject\":\"0195a000-0000-7000-8000-000000000001\",\"before\":\"[]\",\"after\":\"x\"}]", "Archive.RowProblem")]
    public async Task What_is_not_sound_is_refused(string list, string key)
    {
        const string Touch = "{\"id\":\"0195a000-0000-7000-8000-000000000007\",\"person\":\"0195a000-0000-7000-8000-000000000009\",\"source\":\"touches\",\"identity\":\"x\",\"fingerprint\":\"y\"}";
        await using var ada = await TestHouse.Build(Engine.Sqlite);
        var rows = list.Replace("TOUCH2", Touch.Replace("0007", "0008", StringComparison.Ordinal), StringComparison.Ordinal).Replace("TOUCH", Touch, StringComparison.Ordinal);

        var no = await Assert.ThrowsAsync<CannotBeDone>(() => ArchiveActionsTests.Load(ada, "{\"mainstay\":1,\"space\":{\"name\":\"Ada\",\"kind\":\"network\",\"timeZone\":\"UTC\",\"locale\":\"en\",\"createdAt\":\"2026-01-01T00:00:00Z\"}," + rows + "}"));

        Assert.Equal(key, no.Reason.Key);
    }
}
