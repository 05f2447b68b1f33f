using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Tests.People;

public class PeopleQueriesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Finds_by_any_name_an_address_or_an_id(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await house.Store.AddPerson(new() { Name = "Grete Hermann" }, house.Clock, Stop);
        await house.Store.AddPerson(new() { Name = "山田 花子", Emails = [new("hanako@example.jp")] }, house.Clock, Stop);

        foreach (var typed in new[] { "Grace Hopper", "grace", "HOPPER", "Hopper, Grace", "gra hop", "amazing grace", "grace@NAVY.example", "Grace <grace@example.org>", grace.Id.ToString() })
            Assert.Equal(grace.Id, (await house.Again().FindPerson(typed, Stop)).Id);
        Assert.Equal("山田 花子", (await house.Again().FindPerson("花子", Stop)).Name);
    }

    [Theory, OnBoth]
    public async Task An_exact_name_wins_over_a_longer_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var one = await house.Store.AddPerson(new() { Name = "Alan" }, house.Clock, Stop);
        await house.Store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop);

        Assert.Equal(one.Id, (await house.Again().FindPerson("alan", Stop)).Id);
    }

    [Theory, OnBoth]
    public async Task Several_who_answer_are_listed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        for (var i = 0; i < 12; i++) await house.Store.AddPerson(new() { Name = "Alan Turing", Emails = [new($"alan{i}@example.org")] }, house.Clock, Stop);

        var refused = await Assert.ThrowsAsync<Conflict>(() => house.Again().FindPerson("Alan", Stop));

        var said = refused.Reason.InWords();
        Assert.StartsWith("12 people answer to “Alan”.", said, StringComparison.Ordinal);
        Assert.Equal(10, said.Split('\n').Count(l => l.Contains("Alan Turing <alan", StringComparison.Ordinal)));
        Assert.EndsWith("…", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Namesakes_without_an_e_mail_address_are_told_apart_by_what_there_is()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.AddPerson(new() { Name = "Alan Turing", Links = [new("https://turing.example")] }, house.Clock, Stop);
        await house.Store.AddPerson(new() { Name = "Alan Turing", Phones = [new("+44 20 7946 0000")] }, house.Clock, Stop);

        var said = (await Assert.ThrowsAsync<Conflict>(() => house.Again().FindPerson("Alan", Stop))).Reason.InWords();

        Assert.Contains("Alan Turing <https://turing.example>", said, StringComparison.Ordinal);
        Assert.Contains("Alan Turing <+44 20 7946 0000>", said, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Nobody_is_found_in_the_trash_but_by_asking_for_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await house.Store.TrashPerson(grace.Id, house.Clock, Stop);

        await Assert.ThrowsAsync<NotFound>(() => house.Again().FindPerson(grace.Id.ToString(), Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().FindPerson("grace@navy.example", Stop));
        Assert.Equal(grace.Id, (await house.Again().FindTrashed("grace", Stop)).Id);
        Assert.Equal(grace.Id, (await house.Again().FindTrashed(grace.Id.ToString(), Stop)).Id);
        await Assert.ThrowsAsync<NotFound>(() => house.Again().FindTrashed("Alan", Stop));
    }

    [Theory, OnBoth]
    public async Task Nothing_is_shown_to_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var bob = await house.Bob();

        foreach (var typed in new[] { "Grace", "grace@navy.example", grace.Id.ToString() })
            await Assert.ThrowsAsync<NotFound>(() => bob.FindPerson(typed, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.PersonOf(grace.Id, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.DetailsOf(grace.Id, Stop));
        Assert.Empty(await bob.DetailsOf([grace.Id], Stop));
        Assert.Null(await bob.NameOf(grace.Id, Stop));
        Assert.Null(await bob.IdIfKnown("Grace", Stop));
        await house.Again().TrashPerson(grace.Id, house.Clock, Stop);
        Assert.Empty(await bob.InTrash(Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.FindTrashed("Grace", Stop));
    }
}
