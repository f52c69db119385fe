# An image with the binary alone: docker build -t mrt . && docker run --rm -v "$PWD:/work" mrt check
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags "-s -w -buildid=" -o /mrt ./cmd/mrt

FROM scratch
COPY --from=build /mrt /usr/bin/mrt
COPY LICENSE /LICENSE
WORKDIR /work
# SQLite works in memory; reports and kept databases need a folder for temporary files.
VOLUME /tmp
ENTRYPOINT ["/usr/bin/mrt"]
