package conform

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAnswers(t *testing.T) {
	tests := []struct{ name, kind, line, want string }{
		{
			"graph", "graph",
			`{"id":"x","revisions":[{"revision":"a","down_revision":null},{"revision":"b","down_revision":"a"}],"method":"_downgrade_revs","args":{"destination":"base","current_rev":["b"]}}`,
			`{"error":null,"id":"x","result":[["downgrade","b"],["downgrade","a"]]}`,
		},
		{
			"graph error", "graph",
			`{"id":"x","revisions":[{"revision":"a","down_revision":"z"}],"method":"get_revision","args":{"id_":"a"}}`,
			`{"error":{"type":"KeyError","message":"'z'"},"id":"x","result":null}`,
		},
		{
			"heads", "heads",
			`{"id":"x","revisions":[{"revision":"a","down_revision":null}],"step":["upgrade","a"],"heads_before":[]}`,
			`{"heads_after":["a"],"id":"x","ops":[["insert","a"]]}`,
		},
		{"unknown family", "song", `{"id":"x"}`, `{"id":"x","unsupported":"family song"}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := json.Marshal(Answer(context.Background(), "x", tt.kind, []byte(tt.line), Options{}))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, string(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
