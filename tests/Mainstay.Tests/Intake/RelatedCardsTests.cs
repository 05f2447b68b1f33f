using Mainstay.Intake;
using Mainstay.People;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Intake;

/// <summary>Relations to somebody whom a card names only by the identity of another card, which came earlier.</summary>
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

        Assert.Equal([new RelationDetails("friend", "Alan Turing")], (await house.Details("Grace Hopper")).Relations);
        (await house.Type("import", "undo", report.Import!.Value.ToString())).Fine();
        Assert.Empty(await house.Names());
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
