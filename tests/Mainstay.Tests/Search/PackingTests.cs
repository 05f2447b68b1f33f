using Mainstay.Search;

namespace Mainstay.Tests.Search;

public class PackingTests
{
    [Fact]
    public void Gives_back_the_words_it_was_given()
    {
        var terms = new Dictionary<TermKey, byte>
        {
            [new("ada", 0)] = 16, [new("ada", 13)] = 255, [new("adamine", 0)] = 1, [new("анна", 31)] = 7, [new("田中", 1)] = 9, [new("=ada lovelace", 0)] = 16, [new(string.Concat(Enumerable.Repeat("𝔞", 60)), 2)] = 3,
        };

        Assert.Equal(terms.OrderBy(t => t.ToString(), StringComparer.Ordinal), Packing.Unpack(Packing.Pack(terms)).OrderBy(t => t.ToString(), StringComparer.Ordinal));
        Assert.Empty(Packing.Unpack(Packing.Pack([])));
    }
}
