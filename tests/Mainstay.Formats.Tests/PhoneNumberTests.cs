namespace Mainstay.Formats.Tests;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+49 (0611) 123456 - 11", null, "+4961112345611")]
    [InlineData("+44 (0)20 7946 0958", null, "+442079460958")]
    [InlineData("+1-201-555-0123", null, "+12015550123")]
    [InlineData("tel:+1-418-656-9254;ext=102", null, "+14186569254")]
    [InlineData("+1 (650) 555-1212 x22", null, "+16505551212")]
    [InlineData("(650) 555-1212", "US", "+16505551212")]
    [InlineData("0611 123456", "DE", "+49611123456")]
    [InlineData("0611 123456", "de", "+49611123456")]
    [InlineData("0611 123456", null, "0611123456")]
    [InlineData("0049 611 123456", null, "+49611123456")]
    [InlineData("0049 611 123456", "DE", "+49611123456")]
    [InlineData("+49 30 901820,123", null, "+4930901820")]
    [InlineData("p1234p5678w9", null, "1234")]
    [InlineData("110", "DE", "110")]
    [InlineData("٠٣٠١٢٣٤٥", null, "03012345")]
    [InlineData("＋４９ ３０ ９０１８２０", null, "+4930901820")]
    public void Brings_a_number_into_one_form(string text, string? region, string number) => Assert.Equal(number, PhoneNumber.Normalise(text, region));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Telefon privat")]
    [InlineData("12")]
    [InlineData("1-800-FLOWERS")]
    [InlineData("12345678901234567890")]
    public void Refuses_what_is_none(string? text) => Assert.Null(PhoneNumber.Normalise(text));
}
