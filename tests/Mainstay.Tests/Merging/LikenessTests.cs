using Mainstay.Merging;

namespace Mainstay.Tests.Merging;

public class LikenessTests
{
    private static readonly Guid One = new("01900000-0000-7000-8000-000000000001"), Two = new("01900000-0000-7000-8000-000000000002");

    [Theory]
    [InlineData("Grace Hopper", "Hopper, Grace", "Same")]
    [InlineData("Zoë Müller", "zoe muller", "Same")]
    [InlineData("Grace Hopper", "Grace Brewster Hopper", "Words")]
    [InlineData("G. Hopper", "Grace Hopper", "Near")]
    [InlineData("Kate Johnson", "Katherine Johnson", null)]
    [InlineData("Kath Johnson", "Katherine Johnson", "Near")]
    [InlineData("Alan Turing", "Alan Turng", "Near")]
    [InlineData("Alan Turing", "Allan Turing", "Near")]
    [InlineData("Ann Lee", "Amy Lee", null)]
    [InlineData("Paul Schmidt", "Paula Schmidt", null)]
    [InlineData("Paul Schmid", "Paul Schmidt", null)]
    [InlineData("Alex Turing", "Alexander Turing", "Near")]
    [InlineData("Grace", "Grace Hopper", null)]
    [InlineData("grace@navy.example", "Grace Hopper", null)]
    [InlineData("数学 太郎", "数学 太郎", "Same")]
    public void Names_are_alike_in_their_words(string one, string other, string? sign)
    {
        Assert.Equal(sign, Likeness.Names(one, other)?.ToString());
        Assert.Equal(sign, Likeness.Names(other, one)?.ToString());
    }

    [Fact]
    public void Signs_for_it_add_up_and_are_said()
    {
        var found = Likeness.Of(Person(One, "Grace Hopper", "mgrace@navy.example"), Person(Two, "G. Hopper", "mgrace@navy.example"), 1, false)!;

        Assert.Equal(1 - (1 - .4) * (1 - .8), found.Score, 9);
        Assert.Equal(["Merging.Name_Near", "Merging.SharedMail"], found.Because.Select(b => b.Key));
    }

    [Fact]
    public void A_name_of_many_says_little()
    {
        var (few, many) = (Likeness.Of(Person(One, "Maria Silva"), Person(Two, "Maria Silva"), 2, false), Likeness.Of(Person(One, "Maria Silva"), Person(Two, "Maria Silva"), 6, false));

        Assert.Equal(.6, few!.Score, 9);
        Assert.Null(many);
    }

    [Fact]
    public void What_speaks_against_it_counts_and_is_said()
    {
        var (grace, twice) = (Person(One, "Grace Hopper", "mgrace@navy.example") with { Birthday = (1906, 12, 9) }, Person(Two, "Grace Hopper", "mgrace@navy.example") with { Birthday = (1980, 1, 1) });

        Assert.Null(Likeness.Of(grace, twice, 2, false));
        Assert.Equal(["Merging.Name_Same", "Merging.SharedMail", "Merging.SameBirthday"], Likeness.Of(grace, twice with { Birthday = (null, 12, 9) }, 2, false)!.Because.Select(b => b.Key));
        Assert.Null(Likeness.Of(grace, twice with { Birthday = null }, 2, metTogether: true));
    }

    [Fact]
    public void A_couple_with_one_telephone_are_two()
    {
        Assert.Null(Likeness.Of(Person(One, "Grace Hopper", "p+15550199"), Person(Two, "Vincent Foster", "p+15550199"), 1, false));
    }

    [Fact]
    public void It_makes_no_difference_who_is_named_first()
    {
        var (a, b) = (Person(One, "Grace Hopper", "mgrace@navy.example", "p+15550199"), Person(Two, "Hopper, Grace", "p+15550199"));

        Assert.Equivalent(Likeness.Of(a, b, 2, false), Likeness.Of(b, a, 2, false), strict: true);
    }

    private static Compared Person(Guid id, string name, params string[] contacts) => new(id, name) { Contacts = contacts.ToDictionary(c => c, c => c[1..]) };
}
