using System.Net;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Tests.People;

public class TrashPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Shows_who_lies_there_and_until_when_and_takes_them_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await Trashed(house, "Grace Hopper");
        await using var site = await TestSite.Open(house);
        var page = await site.Page("/trash");
        Assert.Contains("Put here today, kept until 31 May.", page, StringComparison.Ordinal);

        using var restored = await site.Post("/trash", $"/trash/{grace}/restore");

        Assert.Equal("/trash?said=People.SaidRestored&undo=%2Ftrash%2F" + grace + "%2Frestore%2Fundo", restored.Headers.Location!.ToString());
        Assert.Equal("Grace Hopper", (await house.Again().PersonOf(grace, Stop)).Name);
        using var undone = await site.Post(restored.Headers.Location.ToString(), $"/trash/{grace}/restore/undo");
        Assert.Single(await house.Again().InTrash(Stop));
    }

    [Theory, OnBoth]
    public async Task Asks_before_it_deletes_for_good(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await Trashed(house, "Grace Hopper"), await Trashed(house, "Alan Turing"));
        await house.Store.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        Assert.Contains("Delete Grace Hopper for good?", await site.Page($"/trash/{grace}/remove"), StringComparison.Ordinal);

        using var removed = await site.Post($"/trash/{grace}/remove", $"/trash/{grace}/remove");
        Assert.Equal([alan], (await house.Again().InTrash(Stop)).Select(p => p.Id));
        Assert.Contains("Delete 1 person for good?", await site.Page("/trash/empty"), StringComparison.Ordinal);
        using var emptied = await site.Post("/trash/empty", "/trash/empty");

        Assert.Contains("The trash is empty.", await site.Page("/trash"), StringComparison.Ordinal);
        Assert.Equal(["Katherine Johnson"], (await house.Again().Everybody(Stop)).Select(p => p.Name));
    }

    [Theory, OnBoth]
    public async Task Deletes_nobody_who_is_not_in_the_trash_and_nobody_of_Bobs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var katherine = (await house.Store.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop)).Id;
        await Trashed(house, "Grace Hopper");
        var bob = await house.Bob();
        var his = (await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop)).Id;
        await bob.TrashPerson(his, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var form = TestSite.Form(await site.Page("/trash/empty"), "/trash/empty");

        foreach (var id in (Guid[])[katherine, his])
            Assert.Equal(HttpStatusCode.NotFound, (await site.Send($"/trash/{id}/remove", form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Send($"/trash/{his}/restore", form)).StatusCode);
        Assert.DoesNotContain("Bob's friend", await site.Page("/trash"), StringComparison.Ordinal);
        await site.Send("/trash/empty", form);

        Assert.Equal(["Bob's friend"], (await bob.InTrash(Stop)).Select(p => p.Name));
        Assert.Equal(["Katherine Johnson"], (await house.Again().Everybody(Stop)).Select(p => p.Name));
    }

    [Theory, OnBoth]
    public async Task Everything_noted_goes_with_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await Trashed(house, "Grace Hopper");
        await house.Store.RestorePerson(grace, house.Clock, Stop);
        await house.Store.Record(new() { People = [grace], On = house.Today, Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        await house.Store.TrashPerson(grace, house.Clock, Stop);

        await house.Type("trash", "remove", "Grace", "--yes");

        Assert.Empty(house.Again().Touches);
        Assert.Empty(house.Store.Ties);
    }

    [Theory, OnBoth]
    public async Task The_command_line_asks_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Trashed(house, "Grace Hopper");
        await Trashed(house, "Alan Turing");

        Assert.Equal(2, (await house.Type("trash", "--json")).Fine().Json.GetArrayLength());
        Assert.Equal(2, (await house.Type("trash", "empty")).Code);
        Assert.Contains("Nothing was deleted.", (await house.Press("n", "trash", "empty")).Fine().Out, StringComparison.Ordinal);
        Assert.Contains("Alan Turing is deleted for good.", (await house.Press("y", "trash", "remove", "Alan")).Fine().Out, StringComparison.Ordinal);
        Assert.Contains("1 person is deleted for good.", (await house.Type("trash", "empty", "--yes")).Fine().Out, StringComparison.Ordinal);

        Assert.Empty(await house.Again().InTrash(Stop));
    }

    private static async Task<Guid> Trashed(TestHouse house, string name)
    {
        var person = await house.Store.AddPerson(new() { Name = name }, house.Clock, Stop);
        await house.Store.TrashPerson(person.Id, house.Clock, Stop);
        return person.Id;
    }
}
