using Glassy.Execution;

namespace Glassy.Tests;

public sealed class DocumentTests
{
    private static readonly Key<string> Title = new("title");

    [Fact]
    public void Metadata_is_typed_and_a_change_leaves_the_original_as_it_was()
    {
        var before = new Document();
        var after = before.With(Title, "Glassy");

        Assert.Equal("Glassy", after.Get(Title));
        Assert.False(before.Has(Title));
    }

    [Fact]
    public void Missing_metadata_names_the_document_and_the_key()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => new Document { Source = "a.md" }.Get(Title));

        Assert.Contains("'a.md' has no metadata title (String)", error.Message, StringComparison.Ordinal);
    }
}
