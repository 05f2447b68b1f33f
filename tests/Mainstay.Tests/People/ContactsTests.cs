using Mainstay.People;

namespace Mainstay.Tests.People;

public class ContactsTests
{
    [Theory]
    [InlineData(ContactKind.Email, "Grace <GRACE@Example.ORG>", "grace@example.org")]
    [InlineData(ContactKind.Email, "no address", "no address")]
    [InlineData(ContactKind.Phone, "+1 (202) 555-0100", "+12025550100")]
    [InlineData(ContactKind.Phone, "0044 20 7946 0000", "+442079460000")]
    [InlineData(ContactKind.Phone, "Ext", "ext")]
    [InlineData(ContactKind.Link, "HTTPS://www.Example.org/Grace/", "example.org/grace")]
    [InlineData(ContactKind.Chat, "Grace#1", "grace#1")]
    public void Two_spellings_of_one_address_are_the_same(ContactKind kind, string value, string normal) => Assert.Equal(normal, Contacts.Normal(kind, value));
}
