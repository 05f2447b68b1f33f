using Mainstay.Intake;
using Mainstay.People;

namespace Mainstay.Tests.Intake;

public class ThreeWayTests
{
    [Theory]
    [InlineData("Grace", "Grace", "Gracie", "Gracie")] // they changed it, the owner did not
    [InlineData("Amazing", "Grace", "Gracie", "Amazing")] // both did: the owner's word stands
    [InlineData("Amazing", "Grace", "Grace", "Amazing")] // only the owner did
    [InlineData("Grace", "Grace", null, null)] // they took it back
    [InlineData(null, null, "Grace", "Grace")] // it is new
    public void A_single_value(string? mine, string? before, string? now, string? result) =>
        Assert.Equal(result, Merge(new() { Nickname = mine }, new() { Nickname = before }, new() { Nickname = now }).Nickname);

    [Fact]
    public void Values_in_a_list_come_and_go_and_those_of_the_owner_stay()
    {
        var merged = Merge(
            new() { Phones = [new("+49 30 1111111", "work"), new("+49 30 2222222"), new("+49 30 9999999", "mine")] },
            new() { Phones = [new("+49 30 1111111"), new("+49 30 2222222"), new("+49 30 3333333")] },
            new() { Phones = [new("+49 (30) 1111111"), new("+49 30 4444444")] });

        // The first was labelled by the owner, the second is gone, the third the owner had removed, the last is new.
        Assert.Equal([new Labelled("+49 30 1111111", "work"), new Labelled("+49 30 9999999", "mine"), new Labelled("+49 30 4444444")], merged.Phones);
    }

    [Fact]
    public void A_value_written_otherwise_keeps_its_place()
    {
        var merged = Merge(new() { Emails = [new("grace@navy.example"), new("g@home.example")] }, new() { Emails = [new("grace@navy.example")] }, new() { Emails = [new("Grace@Navy.example", "work")] });

        Assert.Equal([new Labelled("Grace@Navy.example", "work"), new Labelled("g@home.example")], merged.Emails);
    }

    [Fact]
    public void There_is_only_one_birthday()
    {
        var merged = Merge(new() { Dates = [new("birthday", 1906, 12, 9)] }, new(), new() { Dates = [new("birthday", null, 12, 9), new("anniversary", 1930, 6, 15)] });

        Assert.Equal([new DateDetails("birthday", 1906, 12, 9), new DateDetails("anniversary", 1930, 6, 15)], merged.Dates);
    }

    [Fact]
    public void A_source_that_says_the_same_again_changes_nothing()
    {
        PersonDetails said = new() { Name = "Grace", Emails = [new("grace@navy.example")], Notes = "clocks" };

        Assert.Equal("other", Merge(new() { Name = "other" }, said, said).Name);
        Assert.Empty(Merge(new() { Name = "other" }, said, said).Emails);
    }

    private static PersonDetails Merge(PersonDetails mine, PersonDetails before, PersonDetails now) => ThreeWay.Merge(new(mine, []), new(before, []), new(now, [])).Details;
}
