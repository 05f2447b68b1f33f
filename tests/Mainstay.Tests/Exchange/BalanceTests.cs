using Mainstay.Exchange;

namespace Mainstay.Tests.Exchange;

public class BalanceTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Theory]
    [InlineData(0, 0, "Exchange.NothingYet")]
    [InlineData(1, 1, "Exchange.BothWays")]
    [InlineData(0, 2, "Exchange.BothWays")]
    [InlineData(0, 4, "Exchange.ReceivedMuch")]
    [InlineData(4, 0, "Exchange.GaveMuch")]
    [InlineData(4, 3, "Exchange.BothWays")]
    public void It_is_said_in_words_and_only_when_there_is_enough_to_say(int given, int received, string said) =>
        Assert.Equal(said, Between(given, received).InWords("Grace").Key);

    [Fact]
    public void What_was_years_ago_counts_little()
    {
        var old = Enumerable.Range(0, 4).Select(_ => Favour(Way.Received, Today.AddYears(-6)));

        Assert.Equal("Exchange.BothWays", Balance.Between(old, Today).InWords("Grace").Key);
    }

    [Fact]
    public void After_three_received_in_a_row_an_offer_is_suggested_and_after_one_given_no_more()
    {
        var three = Enumerable.Range(1, 3).Select(i => Favour(Way.Received, Today.AddDays(-i))).ToList();

        Assert.Equal("Exchange.OfferFirst", Balance.Between(three, Today).Hints("Grace").Single().Key);
        Assert.Empty(Balance.Between([.. three, Favour(Way.Given, Today)], Today).Hints("Grace"));
        Assert.Empty(Balance.Between(three.Take(2), Today).Hints("Grace"));
        Assert.Equal(3, Balance.Between([.. three, Favour(Way.Given, Today.AddDays(-9))], Today).ReceivedInARow);
    }

    private static Balance Between(int given, int received) =>
        Balance.Between([.. Enumerable.Range(0, given).Select(_ => Favour(Way.Given, Today)), .. Enumerable.Range(0, received).Select(_ => Favour(Way.Received, Today))], Today);

    private static Favour Favour(Way way, DateOnly on) => new() { PersonId = Guid.CreateVersion7(), Way = way, What = "Help", On = on };
}
