using Mainstay.Intake;
using Mainstay.People;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Intake;

/// <summary>Relations to somebody whom a card names only by the identity of another card, which came earlier or comes with it.</summary>
public class RelatedCardsTests
{
    private static readonly string Grace = Bring.Card("Grace Hopper", "UID:urn:uuid:1", "RELATED;TYPE=friend;VALUE=uri:urn:uuid:00aa-2");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Somebody_of_an_earlier_import_is_found(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.ImportText(Bring.Card("Alan Turing", "UID:00AA-2"), "alan.vcf");
        var alan = await house.Again().People.Select(p => p.Id).SingleAsync(Stop);
        var file = house.File("grace.vcf", Grace);

        var ahead = (await house.Type("import", file, "--dry-run", "--json")).Fine().Json.GetProperty("files")[0];
        var report = await house.Import(file);

        Assert.Equal(0, ahead.GetProperty("problems").GetArrayLength());
        Assert.Empty(report.Files[0].Problems);
        Assert.Equal([new RelationDetails("friend", "Alan Turing", alan)], (await house.Details("Grace Hopper")).Relations);
        Assert.Equal((0, 0, 1, 0), await house.Import(file).Counts());
    }

    [Theory, OnBoth]
    public async Task Somebody_who_comes_later_is_found_when_the_card_is_read_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var file = house.File("grace.vcf", Bring.Card("Grace Hopper", "UID:urn:uuid:1", "RELATED;TYPE=friend:urn:uuid:2"));

        var before = (await house.Import(file)).Files[0].Problems;
        await house.ImportText(Bring.Card("Alan Turing", "UID:urn:uuid:2"), "alan.vcf");
        var after = await house.Import(file);

        Assert.Contains("urn:uuid:2", Assert.Single(before).Message.InWords(), StringComparison.Ordinal);
        Assert.Empty(after.Files[0].Problems);
        Assert.Equal(["Alan Turing"], (await house.Details("Grace Hopper")).Relations.Select(r => r.Name));
    }

    [Theory, OnBoth]
    public async Task Two_files_of_one_import_are_taken_back_together(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var report = await house.Import(house.File("alan.vcf", Bring.Card("Alan Turing", "UID:urn:uuid:2")), house.File("grace.vcf", Bring.Card("Grace Hopper", "RELATED;TYPE=friend:urn:uuid:2")));

        var alan = (await house.Again().FindPerson("Alan Turing", Stop)).Id;
        Assert.Equal([new RelationDetails("friend", "Alan Turing", alan)], (await house.Details("Grace Hopper")).Relations);
        (await house.Type("import", "undo", report.Import!.Value.ToString())).Fine();
        Assert.Empty(await house.Names());
    }

    [Theory, OnBoth]
    public async Task Two_cards_of_one_file_lead_to_each_other(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var file = house.File("both.vcf", Bring.Card("Grace Hopper", "UID:urn:uuid:1", "RELATED;TYPE=friend:urn:uuid:00aa-2") + Bring.Card("Alan Turing", "UID:00AA-2", "RELATED;TYPE=colleague:urn:uuid:1"));

        var ahead = await house.Again().Preview(FileSource.Open([file]), house.Wishes(), Stop);
        var report = await house.Import(file);

        var (grace, alan) = ((await house.Again().FindPerson("Grace Hopper", Stop)).Id, (await house.Again().FindPerson("Alan Turing", Stop)).Id);
        Assert.Equal([new RelationDetails("friend", "Alan Turing", alan)], (await house.Details("Grace Hopper")).Relations);
        Assert.Equal([new RelationDetails("colleague", "Grace Hopper", grace)], (await house.Details("Alan Turing")).Relations);
        Assert.Empty(ahead.Files[0].Problems);
        Assert.Equal((report.Files[0].Added, report.Files[0].Updated), (ahead.Files[0].Added, ahead.Files[0].Updated));
        Assert.Equal((0, 0, 2, 0), await house.Import(file).Counts());

        var undone = (await house.Type("import", "undo", report.Import!.Value.ToString(), "--json")).Fine().Json;
        Assert.Equal((2, 0), (undone.GetProperty("removed").GetInt32(), undone.GetProperty("stays").GetArrayLength()));
        Assert.Empty(await house.Names());
    }

    [Theory, OnBoth]
    public async Task A_link_made_later_revises_whom_it_is_of_and_a_removed_relation_is_exported_no_more(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var file = house.File("both.vcf", Grace + Bring.Card("Alan Turing", "UID:urn:uuid:00aa-2"));
        await house.Import(file);
        var grace = await house.Again().FindPerson("Grace Hopper", Stop);
        await house.Store.Relations.ExecuteUpdateAsync(r => r.SetProperty(x => x.OtherId, (Guid?)null), Stop);
        var unlinked = (await house.Type("export", "--format", "vcard")).Fine().Out;

        await house.Import(file);

        Assert.Equal(1, unlinked.Split("RELATED").Length - 1);
        Assert.NotNull((await house.Details("Grace Hopper")).Relations[0].OtherId);
        Assert.Equal(grace.Revision + 1, (await house.Again().FindPerson("Grace Hopper", Stop)).Revision);

        await house.Store.ChangePerson(grace.Id, await house.Details("Grace Hopper") with { Relations = [] }, house.Clock, Stop);
        Assert.DoesNotContain("RELATED", (await house.Type("export", "--format", "vcard")).Fine().Out, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task In_whichever_order_the_files_are_named(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        string[] files = [house.File("grace.vcf", Grace), house.File("alan.vcf", Bring.Card("Alan Turing", "UID:00AA-2"))];

        var ahead = await house.Again().Preview(FileSource.Open(files), house.Wishes(), Stop);
        var report = await house.Import(files);

        Assert.Empty(ahead.Files.Concat(report.Files).SelectMany(f => f.Problems));
        Assert.Equal([(await house.Again().FindPerson("Alan Turing", Stop)).Id], (await house.Details("Grace Hopper")).Relations.Select(r => r.OtherId!.Value));
    }

    [Theory, OnBoth]
    public async Task A_relation_that_the_card_says_no_more_goes_though_it_led_to_somebody(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var alan = Bring.Card("Alan Turing", "UID:urn:uuid:00aa-2");
        await house.ImportText(Grace + alan, "first.vcf");

        Assert.Equal(1, (await house.ImportText(Bring.Card("Grace Hopper", "UID:urn:uuid:1") + alan, "second.vcf").Counts()).Updated);

        Assert.Empty((await house.Details("Grace Hopper")).Relations);
    }

    [Theory, OnBoth]
    public async Task It_is_written_once_and_read_again_as_it_was_also_after_a_new_name(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Grace Hopper\r\nUID:urn:uuid:1\r\nRELATED;TYPE=spouse:urn:uuid:2\r\nRELATED;TYPE=friend;VALUE=text:Howard\r\nEND:VCARD\r\n";
        await house.ImportText(grace + "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Vincent Hopper\r\nUID:urn:uuid:2\r\nEND:VCARD\r\n");
        var before = (await house.Details("Grace Hopper")).Relations;
        var written = (await house.Type("export", "--format", "vcard")).Fine().Out;
        await using var elsewhere = await TestHouse.Build(engine);

        await elsewhere.ImportText(written, "written.vcf");

        Assert.Equal(2, written.Split("RELATED").Length - 1);
        Assert.Contains("RELATED;TYPE=spouse:urn:uuid:2", written, StringComparison.Ordinal);
        Assert.Equal(before.Select(Said.Unlinked), (await elsewhere.Details("Grace Hopper")).Relations.Select(Said.Unlinked));
        Assert.Equal(1, (await elsewhere.Details("Grace Hopper")).Relations.Count(r => r.OtherId is not null));

        var vincent = await house.Again().FindPerson("Vincent Hopper", Stop);
        await house.Store.ChangePerson(vincent.Id, await house.Details("Vincent Hopper") with { Name = "Vincent Foster" }, house.Clock, Stop);
        var renamed = (await house.Type("export", "--format", "vcard")).Fine().Out;
        Assert.Equal((0, 2, 0, 0), await elsewhere.ImportText(renamed, "renamed.vcf").Counts());
        Assert.Equal(["Howard", "Vincent Foster"], (await elsewhere.Details("Grace Hopper")).Relations.Select(r => r.Name).Order(StringComparer.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Nobody_of_another_network_and_nobody_in_the_trash_is_found(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        await bob.Import(FileSource.Open([house.File("bob.vcf", Bring.Card("Bob's friend", "UID:urn:uuid:00aa-2"))]), house.Wishes(), Stop);
        var file = house.File("grace.vcf", Grace);

        var problems = (await house.Import(file)).Files[0].Problems;

        Assert.Contains("urn:uuid:00aa-2", Assert.Single(problems).Message.InWords(), StringComparison.Ordinal);
        Assert.Empty((await house.Details("Grace Hopper")).Relations);

        await house.ImportText(Bring.Card("Alan Turing", "UID:urn:uuid:00aa-2"), "alan.vcf");
        await house.Again().TrashPerson(await house.Store.People.Where(p => p.Name == "Alan Turing").Select(p => p.Id).SingleAsync(Stop), house.Clock, Stop);
        Assert.Single((await house.Import(file)).Files[0].Problems);
        Assert.Empty((await house.Details("Grace Hopper")).Relations);
    }
}
